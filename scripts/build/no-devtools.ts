/** Stands in for Ink's connection to React's developer tools. */
export default {};

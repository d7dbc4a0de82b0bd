/**
 * The client of the `undici` package, in a file of its own so that it is loaded only where a request is made. By its
 * default export: of a bundled CommonJS package the named ones are not there.
 */
export {default} from 'undici';

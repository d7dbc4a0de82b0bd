import assert from 'node:assert/strict';
import {inspect} from 'node:util';
import {Secret} from '../../source/secrets/secret.ts';

/** Planted values: made up, of the right length and alphabet. */
export const plantedKey = 'c4a9e1f07b52d8836ea1f4c90d7b3e5582f6a0c1d94e7b38a5f2069de1c7b4a0';
export const plantedToken =
	'eyJraWQiOiJ0ZXN0IiwiYWxnIjoiUlMyNTYifQ.eyJpYW1faWQiOiJJQk1pZC1wbGFudGVkIn0.c2lnbmF0dXJlLXBsYW50ZWQ';
export const plantedRefreshToken = 'RefreshPlanted-9f8e7d6c5b4a39281706f5e4d3c2b1a0';
export const username = '7654321_infra.admin@example.com';

export const apiKey = new Secret(plantedKey);
export const token = new Secret(plantedToken);
export const refreshToken = new Secret(plantedRefreshToken);

/** Every spelling in which a planted value could leave: whole, halves, base64, within `user:key`, URL and JSON. */
export const plantedSpellings: readonly string[] = [plantedKey, plantedToken, plantedRefreshToken].flatMap(
	(value) => [
		value,
		value.toUpperCase(),
		value.slice(0, value.length / 2),
		value.slice(value.length / 2),
		Buffer.from(value).toString('base64').replace(/=+$/, ''),
		Buffer.from(`${username}:${value}`).toString('base64').replace(/=+$/, ''),
		encodeURIComponent(value),
		JSON.stringify(value).slice(1, -1),
	],
);

/** Fails if any spelling of a planted value is in a returned value, hidden properties included. */
export function assertNothingPlanted(value: unknown): void {
	const seen = [
		JSON.stringify(value),
		inspect(value, {depth: 10, showHidden: true, maxStringLength: null, maxArrayLength: null}),
	].join('\n');
	for (const spelling of plantedSpellings) {
		assert.ok(!seen.includes(spelling), `a planted value was returned as ${spelling.slice(0, 6)}...`);
	}
}

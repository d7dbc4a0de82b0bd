import type {BundledPackage} from '../build/bundled-packages.ts';

/** What the bill says about the program and what made it. */
export interface Product {
	readonly name: string;
	readonly version: string;
	readonly license: string;
	/** The bundler and the engine of the executables, with their versions. */
	readonly tools: Readonly<Record<string, string>>;
}

/** The part of an npm lock file that is read here. */
export interface LockFile {
	readonly packages: Readonly<Record<string, {readonly integrity?: string}>>;
}

/**
 * Returns the bill of materials in CycloneDX: every package of which something is bundled, and nothing else.
 * It has no time and no serial number, so that the same program yields the same bill.
 */
export function billOfMaterials(
	product: Product,
	packages: readonly BundledPackage[],
	lock: LockFile,
): string {
	const document = {
		bomFormat: 'CycloneDX',
		specVersion: '1.6',
		version: 1,
		metadata: {
			tools: {
				components: Object.entries(product.tools).map(([name, version]) => ({
					type: 'application',
					name,
					version,
				})),
			},
			component: component('application', product),
		},
		components: packages.map((each) => ({
			...component('library', each),
			hashes: [hashOf(lock.packages[each.directory]?.integrity, each.directory)],
		})),
	};
	return `${JSON.stringify(document, undefined, 2)}\n`;
}

function component(
	type: string,
	{name, version, license}: Pick<Product, 'name' | 'version' | 'license'>,
): object {
	const address = `pkg:npm/${name.replace('@', '%40')}@${version}`;
	const isExpression = license.includes(' ');
	return {
		type,
		'bom-ref': address,
		name,
		version,
		licenses: [isExpression ? {expression: license} : {license: {id: license}}],
		purl: address,
	};
}

/** Converts a hash from base64, as in the lock file, to hexadecimal, as in a bill. */
function hashOf(integrity: string | undefined, directory: string): object {
	const [, hash] = /^sha512-(\S+)$/.exec(integrity ?? '') ?? [];
	if (hash === undefined) {
		throw new Error(`package-lock.json has no SHA-512 of ${directory}`);
	}

	return {alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex')};
}

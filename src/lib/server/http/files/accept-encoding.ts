/** The forms of a file on the disk: compressed copies beside the plain one, or the plain file. */
export type Encoding = 'br' | 'gzip' | 'identity';

const BEST_FIRST: readonly Encoding[] = ['br', 'gzip', 'identity'];
const WEIGHT = /^q=(0(\.\d{0,3})?|1(\.0{0,3})?)$/i;

/**
 * The encodings that a client accepts, best first (RFC 9110 §12.5.3). Empty if it refuses even the plain
 * file. A malformed part of the header is ignored.
 */
export function acceptedEncodings(header: string | undefined): Encoding[] {
	const weights = parseWeights(header ?? '');
	const weightOf = (encoding: Encoding): number => {
		const said = weights.get(encoding) ?? weights.get('*');
		if (said !== undefined) return said;
		// clients accept the plain file unless they refuse it, and prefer anything that they name
		return encoding === 'identity' ? 0.0001 : 0;
	};
	return BEST_FIRST.map((encoding) => ({ encoding, weight: weightOf(encoding) }))
		.filter(({ weight }) => weight > 0)
		.sort((a, b) => b.weight - a.weight)
		.map(({ encoding }) => encoding);
}

function parseWeights(header: string): Map<string, number> {
	const weights = new Map<string, number>();
	for (const part of header.split(',')) {
		const [name = '', parameter, ...more] = part.split(';').map((it) => it.trim().toLowerCase());
		const weight = parameter === undefined ? '1' : WEIGHT.exec(parameter)?.[1];
		if (name === '' || weight === undefined || more.length > 0) continue;
		weights.set(name === 'x-gzip' ? 'gzip' : name, Number(weight));
	}
	return weights;
}

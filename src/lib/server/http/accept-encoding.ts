/** As a file lies on the disk: compressed beside the plain one, best first, or plain. */
export type Encoding = 'br' | 'gzip' | 'identity';

const BEST_FIRST: readonly Encoding[] = ['br', 'gzip', 'identity'];
const WEIGHT = /^q=(0(\.\d{0,3})?|1(\.0{0,3})?)$/i;

/**
 * What a client takes, the best first, by RFC 9110 §12.5.3. Empty where it refuses even the plain
 * file. A part that cannot be read counts as not said: the plain file is for everybody.
 */
export function acceptedEncodings(header: string | undefined): Encoding[] {
	const weights = parseWeights(header ?? '');
	const weightOf = (encoding: Encoding): number => {
		const said = weights.get(encoding) ?? weights.get('*');
		if (said !== undefined) return said;
		// the plain file is taken by everybody who does not refuse it, and wished for by nobody
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

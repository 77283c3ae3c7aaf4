import { correction, generate } from 'lean-qr/nano';

/** A QR code as one path of an SVG, in modules. */
export interface QrCode {
	/** Modules on each side, with the quiet ones around. */
	readonly size: number;
	/** Quiet modules on each side, before the path's own origin. */
	readonly quiet: number;
	/** A rectangle for each run of dark modules in a row. */
	readonly path: string;
}

/** ISO/IEC 18004 asks for four: a reader finds the edge by them. */
const QUIET = 4;

/**
 * The code of an address, with the correction of 15 per cent of its words: paper is folded and carried.
 */
export function qrCode(address: string): QrCode {
	const code = generate(address, { minCorrectionLevel: correction.M });
	let path = '';
	for (let y = 0; y < code.size; y += 1) {
		for (let x = 0; x < code.size; x += 1) {
			const from = x;
			while (code.get(x, y)) x += 1;
			const dark = String(x - from);
			if (x > from) path += `M${String(from)} ${String(y)}h${dark}v1h-${dark}z`;
		}
	}
	return { size: code.size + 2 * QUIET, quiet: QUIET, path };
}

import { correction, generate } from 'lean-qr/nano';

/** A QR code as one SVG path. Lengths are in modules, the squares of the code. */
export interface QrCode {
	/** The length of each side, with the quiet zone. */
	readonly size: number;
	/** The width of the quiet zone. The path's origin is inside it. */
	readonly quiet: number;
	/** One rectangle for each run of dark modules in a row. */
	readonly path: string;
}

/** ISO/IEC 18004 requires a quiet zone of four modules, by which a reader finds the edge. */
const QUIET = 4;

/**
 * Makes the QR code of an address. It can be read with 15 per cent of it damaged, because paper is
 * folded and carried.
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

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

await initWasm(
	readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'))
);

/** An SVG as a PNG of that width. It is the same on each machine: no font and no library of the system is used. */
export function drawPng(svg: string, width: number, background?: string): Uint8Array {
	const drawn = new Resvg(svg, {
		fitTo: { mode: 'width', value: width },
		...(background !== undefined && { background })
	});
	return drawn.render().asPng();
}

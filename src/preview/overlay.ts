import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ErrorPayload } from 'vite';

/** What somebody must mend, and where. */
export interface Problem {
	/** From the working folder. */
	readonly file: string;
	/** Counted from 1. */
	readonly line: number;
	readonly text: string;
}

/** Lines of the source above and below the one that is meant. */
const AROUND = 2;

/** The first problem with the lines that it is about, and where the others are: for Vite's overlay. */
export function toOverlay([first, ...others]: readonly [Problem, ...Problem[]]): ErrorPayload {
	const { file, line, text } = first;
	const more = others.map((it) => `${resolve(it.file)}:${it.line}:1\n    ${it.text}`);
	return {
		type: 'error',
		err: {
			message: text,
			plugin: 'handrail-preview',
			loc: { file: resolve(file), line, column: 1 },
			frame: frameOf(first),
			stack: more.join('\n')
		}
	};
}

function frameOf({ file, line }: Problem): string {
	let source: string;
	try {
		source = readFileSync(file, 'utf8');
	} catch {
		// deleted meanwhile: there is nothing to quote
		return '';
	}
	const from = Math.max(0, line - 1 - AROUND);
	return source
		.split('\n')
		.slice(from, line + AROUND)
		.map((it, index) => {
			const number = from + index + 1;
			return `${number === line ? '>' : ' '} ${number} | ${it}\n`;
		})
		.join('');
}

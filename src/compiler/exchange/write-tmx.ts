import { escapeXml } from '#lib/edition/text/escape-xml.ts';
import type { ExchangeFile } from './exchange-file.ts';
import type { Piece } from './placeholders.ts';

const seg = (pieces: readonly Piece[]): string => {
	let number = 0;
	return pieces
		.map((piece) => {
			if ('words' in piece) return escapeXml(piece.words);
			number += 1;
			return `<ph x="${number}">${escapeXml(piece.mark)}</ph>`;
		})
		.join('');
};

/** A translation memory (TMX 1.4) of what a person has checked: a draft teaches nobody. */
export function writeTmx({ lang, texts }: ExchangeFile): string {
	const units = texts.flatMap((text) => text.units);
	const checked = units.filter(({ isChecked, target }) => isChecked && target !== undefined);
	const lines = checked.map(({ name, source, target = [] }) => {
		const english = `<tuv xml:lang="en"><seg>${seg(source)}</seg></tuv>`;
		const own = `<tuv xml:lang="${lang}"><seg>${seg(target)}</seg></tuv>`;
		return `<tu tuid="${escapeXml(name)}">${english}${own}</tu>`;
	});
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<tmx version="1.4"><header creationtool="handrail" creationtoolversion="1" segtype="block" ' +
			'o-tmf="handrail" adminlang="en" srclang="en" datatype="plaintext"/><body>',
		...lines,
		'</body></tmx>',
		''
	].join('\n');
}

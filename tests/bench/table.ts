import { verdictOf, type Figure, type Measured } from './figure.ts';

const HEADER = ['figure', 'measured', 'must', '', 'best alternative'] as const;

/** A table for people: one line a figure, columns as wide as they need. */
export function toTable(all: readonly Measured[]): string {
	const rows = [HEADER, ...all.map(toRow)];
	const widths = HEADER.map((_, column) =>
		Math.max(...rows.map((row) => row[column]?.length ?? 0))
	);
	const lines = rows.map((row) =>
		row
			.map((cell, column) => cell.padEnd(widths[column] ?? 0))
			.join('  ')
			.trimEnd()
	);
	const rule = widths.map((width) => '─'.repeat(width)).join('  ');
	return [lines[0], rule, ...lines.slice(1)].join('\n');
}

function toRow(figure: Measured): readonly string[] {
	const verdict = verdictOf(figure);
	const must = figure.must === undefined ? '' : `≤ ${format(figure.must, figure.unit)}`;
	const aim = figure.aim === undefined ? '' : `, aim ${format(figure.aim, figure.unit)}`;
	return [
		figure.title,
		format(figure.value, figure.unit),
		must + aim,
		verdict === 'info' ? '' : verdict,
		figure.best ?? ''
	];
}

function format(value: number, unit: Figure['unit']): string {
	const isCoarse = unit === 'ms' || unit === '';
	const number = isCoarse ? Math.round(value) : Number(value.toPrecision(3));
	return unit === '' ? String(number) : `${String(number)} ${unit}`;
}

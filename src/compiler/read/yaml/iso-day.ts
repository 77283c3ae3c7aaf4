const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A day as people where the site is write it → `2026-12-24`; `undefined` if it may mean two things. */
export function isoDay(value: unknown): string | undefined {
	if (typeof value !== 'string') return undefined;
	const text = value.trim();
	const [, y1, m1, d1] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
	if (y1 && m1 && d1) return dayOf(y1, Number(m1), Number(d1));
	const [, m2, d2, y2] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
	if (y2 && m2 && d2) return dayOf(y2, Number(m2), Number(d2));
	const [, name = '', d3, y3] = /^([a-z]+)\.? (\d{1,2}),? (\d{4})$/i.exec(text) ?? [];
	const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
	return y3 && d3 && month > 0 ? dayOf(y3, month, Number(d3)) : undefined;
}

function dayOf(year: string, month: number, day: number): string | undefined {
	const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
	const instant = new Date(`${text}T00:00:00Z`);
	const isReal = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
	return isReal ? text : undefined;
}

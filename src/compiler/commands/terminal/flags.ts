import { instantMs } from '#lib/edition/dates.ts';
import { UsageError } from '../../base/usage-error.ts';

/** What was typed, by the names of the flags. */
export type Values = Readonly<Record<string, string | boolean | undefined>>;

/** A flag's text, or `undefined` if it was not given. */
export function textOf(values: Values, name: string): string | undefined {
	const value = values[name];
	if (typeof value !== 'string') return undefined;
	if (value === '') throw new UsageError(`--${name} needs a value.`);
	return value;
}

/** A name or a role: words on one line, all of which can be seen. */
export function visibleTextOf(values: Values, name: string): string {
	const text = textOf(values, name)?.trim();
	if (text === undefined) throw new UsageError(`--${name} is missing.`);
	if (/[\p{L}\p{N}]/u.test(text) && !/[\p{C}\p{Zl}\p{Zp}]/u.test(text))
		return text.normalize('NFC');
	throw new UsageError(`--${name} is "${text}": it must be words that can be seen.`);
}

/** A whole number of at least 1 and at most `most`. */
export function numberOf(values: Values, name: string, most: number): number | undefined {
	const text = textOf(values, name);
	if (text === undefined) return undefined;
	const number = /^\d+$/.test(text) ? Number(text) : 0;
	if (number >= 1 && number <= most) return number;
	throw new UsageError(`--${name} is "${text}": it must be a number from 1 to ${String(most)}.`);
}

/** An instant such as `2026-11-24T12:00:00.000Z`. */
export function instantOf(values: Values, name: string): Date | undefined {
	const text = textOf(values, name);
	if (text === undefined) return undefined;
	const ms = instantMs(text);
	if (!Number.isNaN(ms)) return new Date(ms);
	throw new UsageError(`--${name} is "${text}": it must be a time such as 2026-11-24T12:00:00Z.`);
}

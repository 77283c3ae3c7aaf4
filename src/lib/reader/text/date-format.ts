const made = new Map<string, Intl.DateTimeFormat>();

/** `Intl`'s own, made once for each locale and form: on a slow phone each takes some milliseconds. */
export function dateFormat(
	locale: string,
	options: Readonly<Intl.DateTimeFormatOptions>
): Intl.DateTimeFormat {
	const key = locale + JSON.stringify(options);
	const format = made.get(key) ?? new Intl.DateTimeFormat(locale, options);
	made.set(key, format);
	return format;
}

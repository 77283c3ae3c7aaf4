import type { Contact } from '#lib/edition/article.ts';
import { TIME_ZONE } from '#lib/edition/generated/site.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { dateFormat } from '../text/date-format.ts';
import { localeOf } from '../text/format-date.ts';

type Hours = NonNullable<Contact['hours']>[number];
type Weekday = Hours['days'][number];

const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Short names of weekdays for languages that `Intl` lacks in some browsers. */
const OWN_WEEKDAYS: Partial<Record<LanguageTag, string>> = {
	ht: 'lendi madi mèkredi jedi vandredi samdi dimanch',
	sq: 'e hënë|e martë|e mërkurë|e enjte|e premte|e shtunë|e diel',
	'uz-Latn': 'dushanba seshanba chorshanba payshanba juma shanba yakshanba'
};

/** Whether a place with these hours is open, by the time where the site is. */
export function isOpen(hours: readonly Hours[], now: Date): boolean {
	const { weekday, time } = localTime(now);
	return hours.some(
		({ days, open, close }) => days.includes(weekday) && open <= time && time < close
	);
}

/** Days and hours in words: "Monday – Friday, 9 am – 6 pm". */
export function formatHours(lang: LanguageTag, { days, open, close }: Hours): string {
	return `${formatDays(lang, days)}, ${formatTime(lang, open)} – ${formatTime(lang, close)}`;
}

function localTime(now: Date): { weekday: Weekday; time: string } {
	const format = dateFormat('en-US', {
		timeZone: TIME_ZONE,
		weekday: 'short',
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23'
	});
	const parts = new Map(format.formatToParts(now).map(({ type, value }) => [type, value]));
	const name = parts.get('weekday')?.toLowerCase();
	const weekday = WEEKDAYS.find((day) => day === name) ?? 'mon';
	return { weekday, time: `${parts.get('hour') ?? ''}:${parts.get('minute') ?? ''}` };
}

function formatDays(lang: LanguageTag, days: readonly Weekday[]): string {
	const positions = days.map((day) => WEEKDAYS.indexOf(day));
	const first = positions[0] ?? 0;
	const last = positions.at(-1) ?? first;
	const isRun = days.length > 2 && last - first === days.length - 1;
	if (isRun) return `${weekdayName(lang, first)} – ${weekdayName(lang, last)}`;
	return positions.map((position) => weekdayName(lang, position)).join(', ');
}

function weekdayName(lang: LanguageTag, position: number): string {
	const own = OWN_WEEKDAYS[lang];
	if (own) return own.split(own.includes('|') ? '|' : ' ')[position] ?? '';
	const format = dateFormat(localeOf(lang), { weekday: 'long', timeZone: 'UTC' });
	// January 1, 2024 was a Monday
	return format.format(new Date(Date.UTC(2024, 0, 1 + position)));
}

/** A time as its language writes it: "9 am" for `09:00`. */
export function formatTime(lang: LanguageTag, time: string): string {
	if (lang in OWN_WEEKDAYS) return time;
	const [hour, minute] = time.split(':').map(Number);
	const clock = { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' } as const;
	const whole = dateFormat(localeOf(lang), clock);
	const { hour12 } = whole.resolvedOptions();
	// as our texts write times: "9 am" and "9:30 am"
	const format =
		hour12 && minute === 0
			? dateFormat(localeOf(lang), { hour: 'numeric', timeZone: 'UTC' })
			: whole;
	const text = format.format(new Date(Date.UTC(2024, 0, 1, hour, minute)));
	return lang === 'en' ? text.toLowerCase() : text;
}

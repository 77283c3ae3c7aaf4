import * as v from 'valibot';
import {
	Audience,
	Day,
	Form,
	Language,
	Level,
	PartialDate,
	Slug,
	Status,
	Urgency
} from './vocabulary.ts';

/** The fields of an article that lists need, whatever its kind. */
export const listedFields = {
	slug: Slug,
	/** The language of this text: `en` where a translation is missing. */
	lang: Language,
	title: v.string(),
	summary: v.string(),
	level: Level,
	audiences: v.array(Audience),
	statusAsOf: PartialDate,
	reviewBy: Day,
	/** Slugs of change notes, newest first, and the day of the newest. */
	changes: v.array(v.string()),
	changedOn: Day
};

/**
 * An article, as far as its card goes. A thousand are read before a switch, in the worker too: this
 * is a third of the whole schema's code, and an article is checked whole when it is opened.
 */
export const CardSource = v.object({
	kind: v.picklist(['guide', 'directive']),
	...listedFields,
	checkedOn: v.nullable(Day),
	translation: v.optional(v.object({ isDraft: v.boolean(), on: v.optional(Day) })),
	urgency: v.optional(Urgency),
	scenario: v.optional(v.string()),
	status: v.optional(Status),
	form: v.optional(Form),
	scopePlace: v.optional(v.string())
});
export type CardSource = v.InferOutput<typeof CardSource>;

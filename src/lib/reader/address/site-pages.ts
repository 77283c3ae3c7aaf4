import type { Messages } from '#lib/messages/generated/keys.ts';

/** Pages that are not articles: path after the language → message of the title. */
const TITLES = {
	help: 'help_title',
	guides: 'situations_title',
	directives: 'home_rules',
	search: 'search_title',
	changes: 'changes_title',
	check: 'check_title',
	install: 'install_link',
	about: 'about_title',
	'help/phone': 'drill_title',
	'about/privacy': 'held_title',
	'about/coverage': 'coverage_title',
	words: 'words_title',
	notices: 'notices_link',
	open: 'open_title',
	languages: 'kept_title',
	timeline: 'timeline_title',
	sources: 'sources_title',
	compare: 'compare_title',
	share: 'share_title',
	paper: 'paper_title',
	who: 'who_title',
	city: 'level_city',
	schools: 'level_school',
	state: 'level_state',
	federal: 'level_federal'
} as const satisfies Record<string, keyof Messages>;

export const SITE_PAGES = Object.keys(TITLES) as (keyof typeof TITLES)[];

export const isSitePage = (page: string): page is keyof typeof TITLES =>
	Object.hasOwn(TITLES, page);

/** The message with the title of a page: `help` → `help_title`. */
export const sitePageTitle = (page: keyof typeof TITLES): keyof Messages => TITLES[page];

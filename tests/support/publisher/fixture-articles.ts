import type { Contact, Directive, Guide, SourceRef } from '#lib/edition/article.ts';

/** A contact. A test overrides only the fields that it is about. */
export function aContact(overrides: Partial<Contact> = {}): Contact {
	return {
		slug: 'city-hotline',
		lang: 'en',
		name: 'City immigration legal help line',
		does: 'You can choose your language by phone.',
		phone: '+18003540365',
		display: '800-354-0365',
		hours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], open: '09:00', close: '18:00' }],
		hoursConfirmed: false,
		cost: 'free',
		confidence: 'high',
		checkedOn: null,
		reviewBy: '2026-12-24',
		showAs: 'call',
		...overrides
	};
}

export function aSource(overrides: Partial<SourceRef> = {}): SourceRef {
	return {
		slug: 'nycsbus-immigration-resources',
		title: 'Immigration resources',
		publisher: 'NYCSBUS',
		url: 'https://example.org/resources',
		copy: 'original',
		type: 'guidance',
		docDate: '2025',
		retrievedOn: '2026-11-23',
		grade: 'official',
		...overrides
	};
}

const shared = {
	lang: 'en',
	audiences: ['bus-crew', 'family'],
	statusAsOf: '2025',
	confidence: 'medium',
	checkedOn: null,
	reviewBy: '2026-12-24',
	isApproved: false,
	legalReview: { state: 'none' },
	changes: ['2026-11-24-first-edition'],
	changedOn: '2026-11-24',
	claims: [],
	search: ''
} as const;

/** A complete English guide. */
export function aGuide(overrides: Partial<Guide> = {}): Guide {
	return {
		...shared,
		kind: 'guide',
		slug: 'school-bus',
		audiences: [...shared.audiences],
		changes: [...shared.changes],
		claims: [],
		title: 'Officers come to the school bus',
		summary: 'What the driver and the attendant do when officers want to get on.',
		level: 'school',
		sources: [aSource(), aSource({ slug: 'press', publisher: 'SILive', grade: 'press' })],
		scenario: 'S1',
		urgency: 'now',
		directives: ['school-bus-training'],
		sensitive: false,
		print: [],
		do: {
			heading: 'Do',
			items: [
				{ html: 'Keep the doors closed.' },
				{ html: 'Call dispatch now.' },
				{ html: 'Ask the officers to wait.' },
				{ html: 'Keep the children in their seats.' },
				{ html: 'Write down the agency, names, badge numbers and time.' }
			]
		},
		say: {
			heading: 'Say',
			items: [
				{ html: '“I have to call my dispatcher. Please wait.”' },
				{ html: '“I am not allowed to let you on.”' }
			]
		},
		call: {
			heading: 'Call',
			items: [{ html: 'Your dispatcher. Use the number on your company’s card.' }]
		},
		dont: {
			heading: 'Do not',
			items: [
				{ html: 'Do not give names, stops or route sheets.' },
				{ html: 'Do not block, argue with or touch an officer.' }
			]
		},
		ifWrong: {
			heading: 'If they come in anyway',
			html: '<ul><li>Do not resist. Stay calm.</li><li>Stay with the children. Tell dispatch what happened.</li></ul>'
		},
		why: {
			heading: 'Why',
			html: '<p>One bus company, NYCSBUS, tells its crews who may be on a bus. That is students and their assigned aides, school officials with ID, company staff, and the NYPD.</p>'
		},
		unconfirmed: {
			heading: 'Not confirmed',
			html: '<ul><li>A news report says the city made a one-page card for bus crews. We have not seen it.</li><li>Other bus companies may have other rules.</li></ul>'
		},
		...overrides
	};
}

/** A complete English directive. */
export function aDirective(overrides: Partial<Directive> = {}): Directive {
	return {
		...shared,
		kind: 'directive',
		slug: 'school-bus-training',
		audiences: ['police', 'family'],
		changes: [...shared.changes],
		claims: [],
		title: 'What school bus crews were told',
		summary: 'One bus company published its training.',
		level: 'school',
		sources: [aSource()],
		form: 'guidance',
		officialName: 'Immigration resources for crews',
		issuer: 'NYCSBUS',
		appliesTo: 'Drivers and attendants',
		doesNotApplyTo: 'Other bus companies',
		status: 'in_force',
		replaces: [],
		replacedBy: [],
		amends: [],
		guides: ['school-bus'],
		short: { heading: 'In short', html: '<p>Keep the doors closed and call dispatch.</p>' },
		...overrides
	};
}

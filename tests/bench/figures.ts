import type { Figure } from './figure.ts';

/*
 * What we promise, for a Pixel 7 with a processor four times slower, 1.6 Mbit/s and 150 ms. `best`
 * is the best of VitePress, Starlight and Docusaurus with their offline plug-ins, measured on the
 * same kind of corpus; "by hand" is a folder of HTML with a worker written for it.
 */
export const FIRST_PAGE = {
	bytes: {
		title: 'First page: bytes until load',
		unit: 'kB',
		must: 11,
		aim: 8,
		best: '24.6 kB (by hand 1.6)'
	},
	requests: { title: 'First page: requests until load', unit: '', must: 1 },
	paint: {
		title: 'First page: LCP × a bare HTML page',
		unit: '×',
		must: 1.25,
		aim: 1.15,
		best: '1.6 (by hand 1.1)'
	}
} satisfies Record<string, Figure>;

export const SCRIPTS = {
	all: { title: 'All JavaScript, brotli', unit: 'kB', must: 95, aim: 80, best: '60–157 kB' },
	app: { title: '– until guides are saved, with what the worker shares', unit: 'kB' },
	later: { title: '– of later pages', unit: 'kB' },
	worker: { title: '– of the worker alone', unit: 'kB' }
} satisfies Record<string, Figure>;

export const COLD_START: Figure = {
	title: 'Offline cold start to text × a cached static page',
	unit: '×',
	must: 1.4,
	aim: 1.2,
	best: '1.5 (by hand 1.3)'
};

/** One process, ten thousand phones, 2,000 at a time, then those that keep it waiting, then invented subscriptions. */
export const LOAD = {
	lost: { title: '10,000 phones open an edition, three times: requests lost', unit: '', must: 0 },
	pagesLost: { title: 'Crowd, slow bodies and flood: pages of others lost', unit: '', must: 0 },
	crowdPage: { title: "A page in the crowd × alone, client's half included", unit: '×' },
	memory: { title: 'Most memory of the server in all of that', unit: 'MB', must: 600 },
	memoryAgain: { title: 'Memory of the third crowd × of the second', unit: '×', must: 1.25 },
	heldAfterCrowds: {
		title: 'What it holds after the third crowd × after the first',
		unit: '×',
		must: 1.05
	},
	heldAfterSlow: { title: 'after 2,000 slow connections × before them', unit: '×', must: 1.1 },
	heldAfterFloods: {
		title: 'after subscriptions from 60,000 more addresses × from as many before',
		unit: '×',
		must: 1.05
	},
	slowLeft: { title: '2,000 slow headers and bodies: open after 40 s', unit: '', must: 0 },
	slowPage: { title: 'A page meanwhile × alone', unit: '×' },
	floodPage: { title: 'A page in a flood of subscriptions × alone', unit: '×' },
	floodSaved: {
		title: '10,000 invented subscriptions, each of its own address: saved',
		unit: '',
		// 600 at once, and 600 for each minute that it lasts
		must: 1800
	},
	floodOther: { title: 'of those, neither saved nor told when to ask again', unit: '', must: 0 }
} satisfies Record<string, Figure>;

/** On an editor's own computer. The corpus waits until nobody has typed for a moment, which counts. */
export const EDITOR = {
	preview: { title: 'Editor: key kept on disk, and its preview made', unit: 'ms', must: 100 },
	painted: { title: 'Editor: key to the page beside it, painted', unit: 'ms', must: 100 },
	file: { title: 'Editor: key to problems of the file', unit: 'ms', must: 150 },
	corpus: { title: 'Editor: key to problems of all content', unit: 'ms', must: 2000 }
} satisfies Record<string, Figure>;

/** Limits that depend on how much there is to read. */
interface Limits {
	readonly offline: { ready: number; ended: number; bytes: number; requests?: number };
	readonly update: { seconds: number; bytes: number; requests: number };
	readonly storage: number;
	readonly search?: { cold: number; warm: number };
	readonly best: Readonly<Record<'time' | 'bytes' | 'requests' | 'update' | 'storage', string>>;
}

const LIMITS: Readonly<Record<number, Limits>> = {
	60: {
		offline: { ready: 4, ended: 6, bytes: 190, requests: 22 },
		update: { seconds: 2.5, bytes: 6, requests: 5 },
		storage: 0.8,
		search: { cold: 80, warm: 32 },
		best: {
			time: '29.6 s (by hand 12.8)',
			bytes: '629 kB (by hand 148)',
			requests: '162 (by hand 74)',
			update: '9.2 s, 84 kB (by hand 7.7 s, 37 kB, 4 requests)',
			storage: '3.2 MB (by hand 0.46)'
		}
	},
	1000: {
		offline: { ready: 7, ended: 10, bytes: 800 },
		update: { seconds: 3, bytes: 8, requests: 5 },
		storage: 4.5,
		best: {
			time: '383 s, two visits (by hand 174)',
			bytes: '7 MB (by hand 2.1)',
			requests: 'over 2,000',
			update: '9.2 s, 970 kB',
			storage: '30 MB'
		}
	}
};

/** Blocked for longer, a main thread is felt: the browsers' own border of a long task. */
const LONGEST_TASK_MS = 50;

/** Verifying and switching against hashing alone, for a thousand articles. */
const MOST_OF_HASHING = 2;

/** With two editions kept, of whatever size. */
const LONGEST_CHECK_MS = 100;

/** A corpus of a size that nothing was promised for is measured without limits. */
export function figuresFor(articles: number) {
	const limits = LIMITS[articles];
	const name = (what: string): string => `${String(articles)} articles: ${what}`;
	const blocked = articles === 1000 ? LONGEST_TASK_MS : undefined;
	return {
		offlineTime: {
			title: name('first visit to "Ready for offline"'),
			unit: 's',
			must: limits?.offline.ready,
			best: limits?.best.time
		},
		offlineEnd: {
			title: name('that, until nothing is asked for any more'),
			unit: 's',
			must: limits?.offline.ended
		},
		offlineBytes: {
			title: name('bytes of that, app included'),
			unit: 'kB',
			must: limits?.offline.bytes,
			best: limits?.best.bytes
		},
		offlineRequests: {
			title: name('requests of that'),
			unit: '',
			must: limits?.offline.requests,
			best: limits?.best.requests
		},
		offlineBlocked: {
			title: name('longest task while they are stored'),
			unit: 'ms',
			must: blocked
		},
		storage: {
			title: name('storage, texts and code'),
			unit: 'MB',
			must: limits?.storage,
			best: limits?.best.storage
		},
		updateTime: {
			title: name('one sentence changed, from opening / to the switch'),
			unit: 's',
			must: limits?.update.seconds,
			best: limits?.best.update
		},
		updateBytes: { title: name('bytes of that'), unit: 'kB', must: limits?.update.bytes },
		updateRequests: {
			title: name('requests of that'),
			unit: '',
			must: limits?.update.requests
		},
		updateBlocked: { title: name('longest task of the switch'), unit: 'ms', must: blocked },
		searchCold: {
			title: name('search offline, first key to results'),
			unit: 'ms',
			must: limits?.search?.cold,
			best: limits?.search && '374 ms (by hand 46)'
		},
		searchWarm: {
			title: name('search offline, later keys'),
			unit: 'ms',
			must: limits?.search?.warm,
			best: limits?.search && '45 ms (by hand 29)'
		},
		verify: {
			title: name('verify and switch × hashing alone'),
			unit: '×',
			must: articles === 1000 ? MOST_OF_HASHING : undefined
		},
		checkGenuine: {
			title: name('a message checked, ours'),
			unit: 'ms',
			must: LONGEST_CHECK_MS
		},
		checkAltered: {
			title: name('a message checked, altered'),
			unit: 'ms',
			must: LONGEST_CHECK_MS
		}
	} satisfies Record<string, Figure>;
}

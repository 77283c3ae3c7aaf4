import { toHref } from '#lib/edition/address/base-path.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { isStandalone, watchInstallPrompt } from '#lib/pwa/install/install-prompt.ts';
import { showHomeIcon, startedBy } from '#lib/pwa/install/show-home-icon.ts';
import type { HomeIcon } from '#lib/phone/choices.ts';
import type { PhoneFacts } from '#lib/phone/facts.ts';
import { within } from '#lib/pwa/deadline/within.ts';
import { watchSubscription } from '#lib/pwa/push/watch-subscription.ts';
import { ownReadyRegistration } from '#lib/pwa/worker/own-registration.ts';
import { dropPendingTokens } from '#lib/pwa/session/erase-all.ts';
import { notePublisher } from '#lib/pwa/session/publisher-change.ts';
import { PhoneSession, type PhoneOptions } from '#lib/pwa/session/phone-session.ts';
import { showBadge } from '#lib/pwa/install/show-badge.ts';
import { registerWorker, type AppUpdates } from '#lib/pwa/worker/register-worker.ts';
import { AppState } from '#lib/reader/state/app-state.svelte.ts';
import { chooseLine } from '#lib/reader/status/choose-line.ts';
import { provideConnection } from './connection.ts';
import { arrivalOf } from './arrival-of.ts';
import { loadRecordings, renewRecordings } from './load-recordings.ts';
import { loadSearch } from './load-search.ts';
import { readSettings, writeSetting, type Settings } from '#lib/storage/stores/settings-store.ts';

/** What the app needs of the page that it lives in. */
export interface PagePorts {
	/** The page is the document that the server sent, not the shell. */
	readonly isDocument: boolean;
	/** Reads every page again from the edition that is installed now. */
	readonly reread: () => Promise<void>;
	/** SHA-256 of the article on screen, if it is one. */
	readonly shownBlob: () => string | undefined;
}

/** As much of a session as an app needs. */
export type PageSession = Pick<
	PhoneSession,
	| 'open'
	| 'library'
	| 'start'
	| 'useLanguage'
	| 'checkNow'
	| 'noteChanges'
	| 'refresh'
	| 'mend'
	| 'erase'
>;
type OpenSession = (options: PhoneOptions) => PageSession;

/** A start that storage cannot hold up: without an answer by then, nothing was chosen. */
const SETTINGS_MS = 1000;

/** The phone's session on one side, what pages see on the other: every change goes through here. */
export class ConnectedApp {
	readonly #ports: PagePorts;
	#search: ReturnType<typeof loadSearch> | undefined;
	readonly #install = watchInstallPrompt((state) => (this.state.install = state));
	#updates: AppUpdates | undefined;
	#facts: PhoneFacts | undefined;
	#isShownChanged = false;
	#isErased = false;
	#begin: () => void = () => undefined;
	/** Settled once a page is on screen: what does not help to read it waits for that. */
	readonly #shown = new Promise<void>((resolve) => (this.#begin = resolve));

	readonly session: PageSession;

	readonly state: AppState = new AppState({
		acceptApp: () => {
			if (this.state.hasNewApp) this.#updates?.acceptUpdate();
			// an edition asks for a newer app that this phone has not heard of yet
			else void this.#updates?.checkForUpdate();
		},
		showChanged: () => {
			this.#isShownChanged = false;
			this.#show();
			void this.#ports.reread();
		},
		setLook: (look) => {
			this.state.look = look;
			this.#keep('look', look);
		},
		setTextSize: (size) => {
			this.state.textSize = size;
			this.#keep('textSize', size);
		},
		setHide: (on) => {
			this.state.hide = on;
			this.#keep('hide', on);
		},
		setTabTitle: (title) => {
			this.state.tabTitle = title;
			this.#keep('tabTitle', title);
		},
		setHomeIcon: (icon) => {
			this.#showHomeIcon(icon);
			this.#keep('homeIcon', icon === 'own' ? undefined : icon);
		},
		setFirst: (first) => {
			this.state.first = first;
			this.#keep('role', first.audience);
			this.#keep('firstStatus', first.status);
		},
		shown: () => {
			// the frame first, then whatever makes the next one late
			requestAnimationFrame(() => setTimeout(this.#begin));
		},
		useLanguage: (lang) => void this.#shown.then(() => this.session.useLanguage(lang)),
		promptInstall: () => void this.#install.prompt(),
		seeChanges: () => void this.session.noteChanges('seenVersion'),
		acknowledgeChanges: () => void this.session.noteChanges('seenVersion', 'acknowledgedVersion'),
		seePublisher: () => {
			const told = this.#facts?.publisherChange;
			void this.session
				.open()
				.then((db) => told && notePublisher(db, told))
				// nothing could be kept: the line comes again
				.catch(() => undefined)
				.then(() => this.#open('about'));
		},
		openNotices: () => this.#open('notices'),
		noteNotices: ({ areLost }) => {
			this.state.hasLostNotices = areLost;
			this.#show();
		},
		syncNow: () => {
			void this.session.checkNow().then(async () => renewRecordings(await this.settings()));
			if (this.state.line?.kind === 'storage-full') void this.#updates?.checkForUpdate();
		},
		startAgain: () => location.reload(),
		deleteEverything: () => this.session.erase(),
		dropPendingTokens: () => void dropPendingTokens(this.session.open),
		recordings: loadRecordings,
		search: (lang, text, isLiteral) =>
			this.#startSearch()
				.then((search) => search.find(lang, text, isLiteral))
				.catch(() => {
					// a text that should be here is not, or is damaged
					this.session.mend();
					return undefined;
				})
	});

	constructor(ports: PagePorts, openSession: OpenSession = (it) => new PhoneSession(it)) {
		this.#ports = ports;
		this.session = openSession({
			isDocument: () => ports.isDocument && !this.state.isHydrated,
			onFacts: (facts) => {
				this.#facts = facts;
				this.#show();
			},
			onSwitched: ({ isNew }) => this.#offer(isNew),
			onErased: ({ isOver }) => {
				this.#forget(isOver);
			}
		});
		provideConnection(this.session.open);
	}

	/** What the reader chose before. Never rejects and never hangs. */
	async settings(): Promise<Settings> {
		return (await within(this.session.open().then(readSettings), SETTINGS_MS)) ?? {};
	}

	/** Gives the page its look. Resolves to the settings, for who needs the rest of them. */
	async restore(): Promise<Settings> {
		const settings = await this.settings();
		this.state.look = settings.look ?? 'system';
		this.state.textSize = settings.textSize ?? 100;
		this.state.hide = settings.hide ?? 'sensitive';
		this.state.tabTitle = settings.tabTitle ?? 'page';
		// in a browser it is a link, by which others would choose for this reader
		const started = isStandalone() ? startedBy(location.search) : undefined;
		if (started && started !== settings.homeIcon) this.state.phone.setHomeIcon(started);
		else if (settings.homeIcon) this.#showHomeIcon(settings.homeIcon);
		this.state.first = { audience: settings.role, status: settings.firstStatus };
		this.state.install = this.#install.state();
		return settings;
	}

	/**
	 * Lets the phone's session run. A document is on screen already, and comes alive by what the
	 * session stores; in the shell the session would only compete with the page.
	 */
	async start(lang: LanguageTag | undefined): Promise<void> {
		if (!this.#ports.isDocument) await this.#shown;
		if (lang) this.session.start(lang);
		await this.#keepCode();
	}

	/** The code of the app, kept by its worker. */
	async #keepCode(): Promise<void> {
		this.#updates = await registerWorker(this.session.open, {
			onWaiting: () => {
				this.state.hasNewApp = true;
				this.#show();
			}
		});
		// the ready line counts the code, too, which is only now being kept
		if (this.#updates) await ownReadyRegistration();
		await this.session.refresh();
		await this.#resumeChosen();
	}

	/** Brings kept recordings up to date, and watches a subscription, or one that is yet to be deleted. */
	async #resumeChosen(): Promise<void> {
		const settings = await this.settings();
		void renewRecordings(settings);
		if (!settings.push && !settings.pushGone) return;
		watchSubscription(this.session.open, (checked) =>
			this.state.phone.noteNotices({ areLost: checked === 'lost' })
		);
	}

	/** When a search begins: nobody needs it to read. */
	#startSearch(): ReturnType<typeof loadSearch> {
		if (this.#search) return this.#search;
		const search = loadSearch(this.session);
		// what failed once may be there the next time
		search.catch(() => (this.#search = undefined));
		return (this.#search = search);
	}

	#showHomeIcon(icon: HomeIcon): void {
		this.state.homeIcon = icon;
		showHomeIcon(icon);
		this.#install.forget();
	}

	#open(page: string): void {
		location.assign(toHref(`/${this.#facts?.lang ?? 'en'}/${page}/`));
	}

	/** `undefined` forgets the choice. */
	#keep<Key extends keyof Settings>(key: Key, value: Settings[Key] | undefined): void {
		// after "Delete everything" nothing is kept, and no choice either
		if (this.#isErased) return;
		this.session
			.open()
			.then((db) => writeSetting(db, key, value))
			// where nothing can be stored, the choice holds until the page is closed
			.catch(() => undefined);
	}

	/** A page in use does not jump: what is new to this phone appears, what changed is offered. */
	async #offer(isNew: boolean): Promise<void> {
		// without its code there is nothing to forget
		void this.#search?.then((search) => search.forget()).catch(() => undefined);
		// a document waited for its article alone: what else was asked for then was not there yet
		if (isNew) void this.#shown.then(() => this.#reread());
		if (isNew && this.state.isHydrated) return;
		const shown = this.#ports.shownBlob();
		const cards = shown && this.#facts && (await this.session.library.cards(this.#facts.lang));
		if (!cards || !('found' in cards)) return;
		this.#isShownChanged = cards.found.every(({ sha256 }) => sha256 !== shown);
		this.#show();
	}

	/** What the page shows is that of the edition on screen then, whatever was found of it before. */
	async #reread(): Promise<void> {
		await this.#ports.reread();
		this.#isShownChanged = false;
		this.#show();
	}

	/** Nothing that was known is so any more. */
	#forget(isOver: boolean): void {
		const { state } = this;
		this.#facts = undefined;
		this.#isErased = true;
		state.changedIds = new Set();
		state.criticalSlugs = new Set();
		showBadge(0);
		state.freshness = undefined;
		state.readiness = undefined;
		state.storageBytes = undefined;
		state.keptSearch = undefined;
		if (state.homeIcon !== 'own') this.#showHomeIcon('own');
		state.arrival = 'erased';
		state.line = isOver ? { kind: 'erased' } : undefined;
	}

	#show(): void {
		const { state } = this;
		if (!this.#facts) return;
		const { changes, critical, freshness, readiness, now, storageBytes } = this.#facts;
		// minor edits never mark
		const marked = changes.filter(({ importance }) => importance === 'major');
		state.changedIds = new Set(marked.map(({ id }) => id));
		state.criticalSlugs = new Set(critical);
		showBadge(state.changedIds.size);
		state.freshness = freshness;
		state.readiness = readiness;
		state.arrival = arrivalOf(this.#facts);
		// facts may come before the time is read again: a document of the phone has told it by then
		state.now = now ?? state.now;
		state.storageBytes = storageBytes;
		const { hasNewApp, hasLostNotices } = state;
		const seen = { hasNewApp, hasLostNotices, isShownChanged: this.#isShownChanged };
		state.line = chooseLine({ ...this.#facts, ...seen });
	}
}

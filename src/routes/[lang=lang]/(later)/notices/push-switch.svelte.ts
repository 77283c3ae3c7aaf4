import type { InstallState } from '#lib/phone/choices.ts';
import type { Notices, PushState } from '#lib/phone/notices.ts';

/** Notices on this phone, as one switch. It reads the phone when it is told to, and acts on taps only. */
export class PushSwitch {
	state = $state.raw<PushState>({ kind: 'reading' });
	readonly #notices: Notices;
	readonly #install: () => InstallState;

	constructor(notices: Notices, install: () => InstallState) {
		this.#notices = notices;
		this.#install = install;
	}

	async read(): Promise<void> {
		this.state = await this.#notices.read(this.#install());
	}

	async turnOn(): Promise<void> {
		const key = 'key' in this.state ? this.state.key : undefined;
		// offline when the page was opened: look again, and keep the tap for the phone's question
		if (!key) return this.read();
		this.state = { kind: 'subscribing' };
		const turned = await this.#notices.turnOn(key);
		this.state = turned.kind === 'default' ? { ...turned, key } : turned;
	}

	async turnOff(): Promise<void> {
		this.state = { kind: 'working' };
		await this.#notices.turnOff();
		await this.read();
	}
}

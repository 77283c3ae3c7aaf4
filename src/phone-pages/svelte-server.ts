/*
 * What Svelte's compiled components call when they are rendered to text, as far as Handrail's need it: the
 * worker is started anew for each cold opening, and Svelte's own is seven times as large, with streams
 * and promises that no page of ours has. `phone-pages.test.ts` holds its output against Svelte's own,
 * letter by letter.
 */
const EMPTY = '<!---->';

/** What stands in markup as text: components hand over nothing else. */
type Value = string | number | boolean | null | undefined;

/** What is written so far. One for the body of a page, and one for its head. */
export class Renderer {
	out = '';
	readonly page: { head: string; title: string };

	constructor(page = { head: '', title: '' }) {
		this.page = page;
	}

	push(html: string): void {
		this.out += html;
	}

	component(render: (renderer: Renderer) => void): void {
		render(this);
	}

	child(render: (renderer: Renderer) => void): void {
		render(this);
	}

	title(render: (renderer: Renderer) => void): void {
		const inner = new Renderer(this.page);
		render(inner);
		this.page.title = inner.out;
	}

	/** For a component that binds to its children: it is rendered until nothing changes. */
	copy(): Renderer {
		return new Renderer(this.page);
	}

	subsume({ out }: Renderer): void {
		this.out += out;
	}
}

export function head(hash: string, { page }: Renderer, render: (renderer: Renderer) => void): void {
	const inner = new Renderer(page);
	render(inner);
	page.head += `<!--${hash}-->${inner.out}${EMPTY}`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;' };

export const escape = (value: Value, isAttribute = false): string =>
	String(value ?? '').replace(isAttribute ? /[&"<]/g : /[&<]/g, (it) => ESCAPES[it] ?? it);

export function attr(name: string, value: Value, isBoolean = false): string {
	const isOn = isBoolean || name === 'hidden';
	if (value == null || (isOn && !value && value !== '')) return '';
	return ` ${name}="${isOn ? '' : escape(value, true)}"`;
}

/** Boolean attributes that our components spread: none of them has one today. */
export function attributes(
	of: Readonly<Record<string, Value>>,
	hash?: string,
	classes?: Readonly<Record<string, boolean>>
): string {
	const all = { ...of };
	if (hash || classes) all['class'] = toClass(all['class'], hash, classes);
	return Object.entries(all)
		.map(([name, value]) => attr(name, value))
		.join('');
}

export function attr_class(
	value: Value,
	hash?: string,
	classes?: Readonly<Record<string, boolean>>
): string {
	const own = toClass(value, hash, classes);
	return own === null ? '' : ` class="${escape(own, true)}"`;
}

function toClass(
	value: Value,
	hash?: string,
	classes: Readonly<Record<string, boolean>> = {}
): string | null {
	const on = Object.keys(classes).filter((name) => classes[name]);
	const all = [value ?? '', hash ?? '', ...on].filter((it) => it !== '').join(' ');
	return all === '' ? null : all;
}

/** What a `class={…}` of lists and objects comes to. */
export function clsx(value: unknown): string {
	if (Array.isArray(value)) return value.map(clsx).filter(Boolean).join(' ');
	if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value : '';
	return Object.entries(value)
		.filter(([, isOn]) => isOn)
		.map(([name]) => name)
		.join(' ');
}

export function spread_props(
	all: readonly (object | null | undefined | false)[]
): Record<string, unknown> {
	const props = {};
	for (const some of all) {
		if (some) Object.defineProperties(props, Object.getOwnPropertyDescriptors(some));
	}
	return props;
}

export const stringify = (value: Value): string => (value == null ? '' : String(value));
export const html = (value: Value): string => `<!---->${stringify(value)}<!---->`;

export const ensure_array_like = <T>(
	items: Iterable<T> | ArrayLike<T> | undefined
): ArrayLike<T> => (items === undefined ? [] : 'length' in items ? items : Array.from(items));

export const to_array = <T>(items: readonly T[]): readonly T[] => items;

/** A value of a component in the making: nothing changes while it is rendered. */
export function derived<T>(get: () => T): (value?: T) => T | undefined {
	let known: { value: T } | undefined;
	return (...given) => {
		if (given.length > 0) known = { value: given[0] as T };
		return (known ??= { value: get() }).value;
	};
}

export const bind_props = (): void => undefined;

type Component = (renderer: Renderer, props: object) => void;

/** As `render` of `svelte/server`: the title is the last of the head. */
export function render(
	component: Component,
	{ props }: { readonly props: object }
): { readonly body: string; readonly head: string } {
	const renderer = new Renderer();
	component(renderer, props);
	const { head, title } = renderer.page;
	return { body: `<!--[-->${renderer.out}<!--]-->`, head: head + title };
}

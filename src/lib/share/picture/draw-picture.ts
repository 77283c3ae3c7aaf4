import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { languages } from '#lib/messages/languages.ts';
import { drawings, isDrawing } from '#lib/ui/drawings.ts';
import { icons } from '#lib/ui/icons.ts';
import { breakLines } from './break-lines.ts';
import type { Picture } from './picture.ts';

/** The width in pixels. Chats show upright pictures whole up to a ratio of four to five. */
export const WIDTH = 1080;
export const HEIGHT = 1350;

/** The parts of a canvas context that are used. */
export type Pen = Pick<
	CanvasRenderingContext2D,
	| ('fillStyle' | 'strokeStyle' | 'lineWidth' | 'lineCap' | 'lineJoin')
	| ('font' | 'direction' | 'textAlign' | 'textBaseline')
	| ('fillText' | 'measureText' | 'fillRect' | 'fill' | 'stroke')
	| ('save' | 'restore' | 'translate' | 'scale')
>;
export type ToPath = (d: string) => Path2D;

/** The colours of the light look in tokens.css. A picture looks the same wherever it is seen. */
const LOOK = {
	paper: '#fbfaf6',
	card: '#ffffff',
	ink: '#1a1d21',
	soft: '#4d555e',
	rail: '#0a6466',
	railSoft: '#e0efee',
	onRail: '#ffffff',
	wait: '#7a4a00',
	waitSoft: '#fdf0d9'
} as const;

const EDGE = 64;
const INNER = WIDTH - 2 * EDGE;
/** Line heights for scripts with tall letters, or marks above and below them. */
const LINE_HEIGHTS: Partial<Record<LanguageTag, number>> = { ur: 1.85, ar: 1.5, bn: 1.4 };
const lineHeight = (lang: LanguageTag): number => LINE_HEIGHTS[lang] ?? 1.24;
const FAMILY = 'system-ui, sans-serif';
/** Sizes of the steps: as large as fits. The English beside a step has three fifths of it. */
const [LARGEST, SMALLEST] = [40, 18];
const TWIN = 0.62;

interface Type {
	readonly size: number;
	readonly weight: 400 | 600 | 700;
	readonly lang: LanguageTag;
	readonly color: string;
}

/** One text, broken into lines, before it is drawn. */
interface Block extends Type {
	readonly lines: readonly string[];
	readonly height: number;
}

/** Draws a picture. Nothing is ever left out: if the text is long, the steps become smaller. */
export function drawPicture(pen: Pen, toPath: ToPath, picture: Picture): void {
	new Drawing(pen, toPath, picture).draw();
}

class Drawing {
	readonly #pen: Pen;
	readonly #toPath: ToPath;
	readonly #picture: Picture;
	readonly #isRtl: boolean;

	constructor(pen: Pen, toPath: ToPath, picture: Picture) {
		this.#pen = pen;
		this.#toPath = toPath;
		this.#picture = picture;
		this.#isRtl = languages[picture.lang].dir === 'rtl';
	}

	draw(): void {
		const pen = this.#pen;
		pen.textBaseline = 'alphabetic';
		pen.lineCap = 'round';
		pen.lineJoin = 'round';
		pen.fillStyle = LOOK.paper;
		pen.fillRect(0, 0, WIDTH, HEIGHT);
		const top = this.#drawHead();
		const bottom = this.#drawFoot();
		this.#drawSteps(top + 20, bottom - 16);
	}

	/** Draws name, date, title and labels. Returns where they end. */
	#drawHead(): number {
		const { name, asOf, title, labels, lang, around } = this.#picture;
		this.#icon(icons.rail, this.#start(0, 48), 52, 48, LOOK.rail);
		const small = { size: 28, lang: around } as const;
		const first = this.#block(name, { ...small, weight: 600, color: LOOK.ink }, INNER);
		this.#put(first, 62, 60);
		const date = this.#block(asOf, { ...small, size: 26, weight: 400, color: LOOK.soft }, 640);
		this.#put(date, INNER, 60, 'end');
		let y = 60 + Math.max(first.height, date.height) + 12;
		const heading = this.#fitting(
			title,
			{ weight: 700, lang, color: LOOK.ink },
			[64, 58, 52, 46],
			2
		);
		y = this.#put(heading, 0, y);
		for (const label of labels) {
			const text = { size: 26, weight: 400, lang: around, color: LOOK.wait } as const;
			const block = this.#block(label, text, INNER - 40);
			this.#pen.fillStyle = LOOK.waitSoft;
			this.#box(EDGE, y + 10, INNER, block.height + 16, 14);
			y = this.#put(block, 20, y + 18) + 8;
		}
		return y;
	}

	/** Draws what is at the bottom, from the number to the edition. Returns where it begins. */
	#drawFoot(): number {
		const { number, weak, notAdvice, address, edition, around, lang } = this.#picture;
		const soft = { weight: 400, lang: around, color: LOOK.soft } as const;
		const shown = address.replace(/^https?:\/\/|\/$/g, '');
		const where = this.#block(
			shown,
			{ ...soft, size: 25, weight: 700, lang: 'en', color: LOOK.ink },
			520
		);
		const which = this.#block(edition, { ...soft, size: 23 }, INNER - this.#widest(where) - 30);
		const blocks = [
			...(weak === '' ? [] : [this.#block(weak, { ...soft, size: 23 }, INNER)]),
			this.#block(notAdvice, { ...soft, size: 25, weight: 600, color: LOOK.ink }, INNER)
		];
		let y = HEIGHT - 44 - Math.max(where.height, which.height);
		this.#put(where, 0, y);
		this.#put(which, INNER, y, 'end');
		for (const block of blocks.reverse()) {
			y -= block.height + 4;
			this.#put(block, 0, y);
		}
		if (!number) return y - 8;
		const name = this.#block(
			number.name,
			{ size: 25, weight: 400, lang, color: LOOK.onRail },
			INNER - 150
		);
		const digits = { size: 46, weight: 700, lang: 'en', color: LOOK.onRail } as const;
		const display = this.#block(number.display, digits, INNER - 150);
		const height = name.height + display.height + 28;
		y -= height + 14;
		this.#pen.fillStyle = LOOK.rail;
		this.#box(EDGE, y, INNER, height, 24);
		this.#icon(icons.phone, this.#start(30, 56), y + height / 2 - 28, 56, LOOK.onRail);
		this.#put(name, 110, this.#put(display, 110, y + 14));
		return y;
	}

	#drawSteps(top: number, bottom: number): void {
		const { steps } = this.#picture;
		const room = bottom - top;
		let size = LARGEST;
		let rows = this.#rows(size);
		const total = (): number => rows.reduce((sum, { height }) => sum + height, 0);
		while (size > SMALLEST && total() + 8 * (steps.length - 1) > room) {
			size -= 1;
			rows = this.#rows(size);
		}
		const air = Math.max(2, Math.min(26, (room - total()) / Math.max(1, steps.length - 1)));
		const tile = tileOf(size);
		let y = top;
		for (const [index, { height, blocks }] of rows.entries()) {
			const isLast = index === rows.length - 1;
			if (!isLast) {
				this.#pen.fillStyle = LOOK.rail;
				this.#pen.fillRect(this.#start(tile / 2 - 3, 6), y + tile, 6, height + air - tile);
			}
			this.#tile(index, y, tile);
			const words = blocks.reduce((sum, block) => sum + block.height, 0);
			let at = y + Math.max(0, (tile - words) / 2);
			for (const block of blocks) at = this.#put(block, tile + 26, at);
			y += height + air;
		}
	}

	#rows(size: number): { height: number; blocks: Block[] }[] {
		const { steps, lang } = this.#picture;
		const tile = tileOf(size);
		const width = INNER - tile - 26;
		return steps.map(({ text, english }) => {
			const blocks = [this.#block(text, { size, weight: 600, lang, color: LOOK.ink }, width)];
			if (english !== undefined) {
				const twin = { size: Math.max(15, size * TWIN), weight: 400, lang: 'en' } as const;
				blocks.push(this.#block(english, { ...twin, color: LOOK.soft }, width));
			}
			const words = blocks.reduce((sum, block) => sum + block.height, 0);
			return { height: Math.max(tile, words), blocks };
		});
	}

	#tile(index: number, y: number, tile: number): void {
		const pen = this.#pen;
		const x = this.#start(0, tile);
		pen.fillStyle = LOOK.railSoft;
		this.#box(x, y, tile, tile, tile / 4);
		const name = this.#picture.steps[index]?.drawing;
		if (name !== undefined && isDrawing(name)) {
			pen.save();
			pen.translate(x + tile * 0.16, y + tile * 0.16);
			pen.scale((tile * 0.7) / 48, (tile * 0.7) / 48);
			pen.strokeStyle = LOOK.rail;
			pen.fillStyle = LOOK.card;
			for (const [kind, d] of drawings[name]) {
				const path = this.#toPath(d);
				pen.lineWidth = kind === 'dot' ? 4.5 : 2.5;
				if (kind === 'soft') pen.fill(path);
				pen.stroke(path);
			}
			pen.restore();
		}
		const badge = tile * 0.4;
		const from = this.#start(-badge * 0.35, badge);
		pen.fillStyle = LOOK.rail;
		this.#box(from, y - badge * 0.25, badge, badge, badge / 2);
		pen.fillStyle = LOOK.onRail;
		pen.font = `700 ${String(Math.round(badge * 0.6))}px ${FAMILY}`;
		pen.direction = 'ltr';
		pen.textAlign = 'center';
		pen.fillText(String(index + 1), from + badge / 2, y + badge * 0.47);
	}

	#block(text: string, type: Type, width: number): Block {
		this.#use(type);
		const lines = breakLines(text, type.lang, width, (it) => this.#pen.measureText(it).width);
		return { ...type, lines, height: lines.length * type.size * lineHeight(type.lang) };
	}

	/** Finds the largest of `sizes` at which a text takes no more than the given number of lines. */
	#fitting(text: string, type: Omit<Type, 'size'>, sizes: readonly number[], most: number): Block {
		const blocks = sizes.map((size) => this.#block(text, { ...type, size }, INNER));
		const fits = blocks.find(({ lines }) => lines.length <= most) ?? blocks.at(-1);
		if (!fits) throw new Error('A text has no size');
		return fits;
	}

	#widest(block: Block): number {
		this.#use(block);
		return Math.max(0, ...block.lines.map((line) => this.#pen.measureText(line).width));
	}

	#use({ size, weight, color }: Type): void {
		this.#pen.font = `${String(weight)} ${String(size)}px ${FAMILY}`;
		this.#pen.fillStyle = color;
	}

	/** Draws lines from `y` down, `from` pixels from the edge. Returns where they end. */
	#put(block: Block, from: number, y: number, side: 'start' | 'end' = 'start'): number {
		const pen = this.#pen;
		this.#use(block);
		// in the text's direction, on the page's side: under Arabic, English is on the right
		pen.direction = languages[block.lang].dir;
		pen.textAlign = (side === 'start') === this.#isRtl ? 'right' : 'left';
		const x = this.#isRtl ? WIDTH - EDGE - from : EDGE + from;
		const step = block.size * lineHeight(block.lang);
		for (const [index, line] of block.lines.entries()) {
			pen.fillText(line, x, y + index * step + step / 2 + block.size * 0.36);
		}
		return y + block.height;
	}

	/** The left edge of something `width` wide, `from` pixels from the edge. */
	#start(from: number, width: number): number {
		return this.#isRtl ? WIDTH - EDGE - from - width : EDGE + from;
	}

	#icon(d: string, x: number, y: number, size: number, color: string): void {
		const pen = this.#pen;
		pen.save();
		pen.translate(x, y);
		pen.scale(size / 24, size / 24);
		pen.strokeStyle = color;
		pen.lineWidth = 2;
		pen.stroke(this.#toPath(d));
		pen.restore();
	}

	#box(x: number, y: number, width: number, height: number, radius: number): void {
		const r = Math.min(radius, width / 2, height / 2);
		const [across, down] = [width - 2 * r, height - 2 * r];
		const corner = (dx: number, dy: number): string =>
			`a${of(r)} ${of(r)} 0 0 1 ${of(dx)} ${of(dy)}`;
		const sides = [
			`M${of(x + r)} ${of(y)}h${of(across)}${corner(r, r)}v${of(down)}${corner(-r, r)}`,
			`h${of(-across)}${corner(-r, -r)}v${of(-down)}${corner(r, -r)}z`
		];
		this.#pen.fill(this.#toPath(sides.join('')));
	}
}

/** A number in an SVG path. */
const of = (value: number): string => value.toFixed(2);

const tileOf = (size: number): number => Math.min(96, size * 2.4);

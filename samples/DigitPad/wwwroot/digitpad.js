// What C# cannot do in a page: pointer capture, pixels on a canvas, and a file to download.

const painted = new Map();
const dark = matchMedia("(prefers-color-scheme: dark)");
dark.addEventListener("change", () => painted.forEach((paint, canvas) => canvas.isConnected ? paint() : painted.delete(canvas)));

// Follows the pointer over the pad. Points are gathered and given to C# once a frame: [kind, x, y, ...], kind 0 down, 1 move, 2 up.
export function watchPad(canvas, pad) {
    let events = [];
    const send = (kind, event) => {
        const box = canvas.getBoundingClientRect();
        if (events.length === 0)
            requestAnimationFrame(() => {
                const gathered = events;
                events = [];
                pad.invokeMethod("TakePointer", gathered);
            });
        events.push(kind, (event.clientX - box.left) * 28 / box.width, (event.clientY - box.top) * 28 / box.height);
    };
    canvas.addEventListener("pointerdown", event => {
        if (event.button !== 0)
            return;
        canvas.setPointerCapture(event.pointerId);
        canvas.focus({ preventScroll: true });
        event.preventDefault();
        send(0, event);
    });
    canvas.addEventListener("pointermove", event => {
        if (!canvas.hasPointerCapture(event.pointerId))
            return;
        const all = event.getCoalescedEvents?.() ?? [];
        (all.length > 0 ? all : [event]).forEach(each => send(1, each));
    });
    const up = event => send(2, event);
    canvas.addEventListener("pointerup", up);
    canvas.addEventListener("pointercancel", up);
    canvas.addEventListener("keydown", event => {
        if (event.key.startsWith("Arrow") || [" ", "Delete", "Backspace"].includes(event.key))
            event.preventDefault();
    });
}

// Arrow keys move over a map and do not scroll the page.
export function keepArrows(canvas) {
    canvas.addEventListener("keydown", event => event.key.startsWith("Arrow") && event.preventDefault());
}

// Ink, 0 to 255 a pixel, in the page's colour of ink.
export function paintInk(canvas, values, width, height) {
    const paint = () => {
        const ink = colorOf("--ink");
        put(canvas, values, width, height, tableOf(value => pack(ink, value)));
    };
    painted.set(canvas, paint);
    paint();
}

// Maps, a canvas each: 128 is zero, more is positive, less is negative.
export function paintMaps(container, values, width, height) {
    const canvases = container.querySelectorAll("canvas");
    const paint = () => {
        const positive = colorOf("--positive"), negative = colorOf("--negative");
        const table = tableOf(value => value >= 128 ? pack(positive, (value - 128) * 2) : pack(negative, Math.min(255, (128 - value) * 2)));
        canvases.forEach((canvas, index) => put(
            canvas, values.subarray(index * width * height, (index + 1) * width * height), width, height, table));
    };
    if (canvases.length > 0)
        painted.set(canvases[0], paint);
    paint();
}

export function reveal(element) {
    const box = element.getBoundingClientRect();
    if (box.bottom < 0 || box.top > innerHeight)
        element.scrollIntoView({ block: "start" });
}

export function download(name, bytes) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

// Milliseconds since the page began to load.
export function sinceStart() {
    return performance.now();
}

function put(canvas, values, width, height, table) {
    const image = new ImageData(width, height), pixels = new Uint32Array(image.data.buffer);
    for (let i = 0; i < values.length; i++)
        pixels[i] = table[values[i]];
    canvas.getContext("2d").putImageData(image, 0, 0);
}

const tableOf = color => Uint32Array.from({ length: 256 }, (_, value) => color(value));

const pack = ([red, green, blue], alpha) => (alpha << 24 | blue << 16 | green << 8 | red) >>> 0;

function colorOf(property) {
    const hex = getComputedStyle(document.documentElement).getPropertyValue(property).trim();
    return [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16));
}

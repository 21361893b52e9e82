'use strict';
const data = JSON.parse(document.getElementById('data').textContent);
const layers = data.layers;
const isImage = layer => layer.shape.length === 3;
const number = value => value.toFixed(2).replace('-', '−');
const theme = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const rgb = hex => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16));
let held = false, chosen = data.chosen, colors;

function element(kind, parent, className, text) {
  const made = document.createElement(kind);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  parent.append(made);
  return made;
}

// From the colour of 0 to that of what is above or below it.
function color(part) {
  const end = part < 0 ? colors.below : colors.above, share = Math.min(1, Math.abs(part));
  return colors.zero.map((from, i) => Math.round(from + (end[i] - from) * share));
}

function paint(canvas, values, width, height, largest) {
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d'), image = context.createImageData(width, height);
  values.forEach((value, i) => image.data.set([...color(value / (largest || 1)), 255], 4 * i));
  context.putImageData(image, 0, 0);
}

// The input is normalised: its smallest value is paper, its largest ink.
const low = Math.min(...layers[0].values), ink = Math.max(...layers[0].values) - low;
for (const [index, layer] of layers.entries()) {
  layer.shown = index === 0 ? layer.values.map(value => value - low) : layer.values;
  layer.largest = index === 0 ? ink : Math.max(...layer.values.map(Math.abs));
}

const mapOf = (layer, channel, values = layer.shown) => {
  const size = layer.shape[1] * layer.shape[2];
  return values.slice(channel * size, (channel + 1) * size);
};

function windowOf(layer, channel, top, left, size, values = layer.values) {
  const [, height, width] = layer.shape, taken = [];
  for (let y = top; y < top + size; y++)
    for (let x = left; x < left + size; x++) taken.push(values[(channel * height + y) * width + x]);
  return taken;
}

// Columns of maps.
const maps = [];
const rows = [];
for (const [index, layer] of layers.entries()) {
  const column = element('div', document.getElementById('layers'), 'layer');
  const header = element('header', column);
  element('b', header, '', layer.kind);
  element('span', header, '', layer.name);
  element('span', header, '', layer.shape.join('×'));
  if (isImage(layer)) {
    for (let channel = 0; channel < layer.shape[0]; channel++) addMap(column, index, channel);
  } else if (layer.shape[0] > 20) {
    addMap(column, index, 0);
  } else {
    const scores = element('div', column, 'scores');
    rows[index] = [...layer.values.keys()].map(at => {
      const row = element('div', scores, 'row');
      element('span', row, '', at === data.label ? `${at} ←` : `${at}`);
      element('i', element('div', row, 'bar'));
      element('span', row, '', index === layers.length - 1 ? `${(100 * layer.values[at]).toFixed(1)} %` : number(layer.values[at]));
      row.addEventListener('pointermove', () => choose({ layer: index, channel: at, y: 0, x: 0 }));
      row.addEventListener('click', () => hold({ layer: index, channel: at, y: 0, x: 0 }));
      return row;
    });
  }
}

function addMap(column, index, channel) {
  const layer = layers[index], isVector = !isImage(layer);
  const frame = element('div', column, 'map');
  const [height, width] = isVector ? [layer.shape[0], 1] : layer.shape.slice(1);
  const side = index === 0 ? 140 : 42;
  frame.style.width = `${isVector ? 16 : side}px`;
  frame.style.height = `${isVector ? 580 : side}px`;
  frame.tabIndex = 0;
  frame.setAttribute('role', 'img');
  frame.setAttribute('aria-label', isVector ? layer.name : `${layer.name}, map ${channel}`);
  const map = { index, channel, frame, width, height, canvas: element('canvas', frame) };
  maps.push(map);
  const at = event => {
    const box = frame.getBoundingClientRect(), clamp = (value, end) => Math.max(0, Math.min(end - 1, Math.floor(value)));
    const x = clamp((event.clientX - box.left) / box.width * width, width);
    const y = clamp((event.clientY - box.top) / box.height * height, height);
    return isVector ? { layer: index, channel: y, y: 0, x: 0 } : { layer: index, channel, y, x };
  };
  frame.addEventListener('pointermove', event => choose(at(event)));
  frame.addEventListener('click', event => hold(at(event)));
  frame.addEventListener('keydown', event => {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (!step) return;
    event.preventDefault();
    const isHere = chosen.layer === index && (isVector || chosen.channel === channel);
    const from = isHere ? [isVector ? chosen.channel : chosen.y, chosen.x] : [Math.floor(height / 2), Math.floor(width / 2)];
    const y = Math.max(0, Math.min(height - 1, from[0] + step[0])), x = Math.max(0, Math.min(width - 1, from[1] + step[1]));
    held = false;
    choose(isVector ? { layer: index, channel: y, y: 0, x: 0 } : { layer: index, channel, y, x });
  });
}

function hold(neuron) {
  held = !held;
  if (!held) return;
  chosen = neuron;
  show();
}

function choose(neuron) {
  if (held || JSON.stringify(neuron) === JSON.stringify(chosen)) return;
  chosen = neuron;
  show();
}

function mark(map, top, left, height, width) {
  const frame = element('div', map.frame, 'mark');
  frame.style.left = `calc(${100 * left / map.width}% - 1px)`;
  frame.style.top = `calc(${100 * top / map.height}% - 1px)`;
  frame.style.width = `max(5px, calc(${100 * width / map.width}% + 2px))`;
  frame.style.height = `max(5px, calc(${100 * height / map.height}% + 2px))`;
}

function marks() {
  document.querySelectorAll('.mark').forEach(frame => frame.remove());
  rows.forEach((list, index) => list.forEach((row, at) =>
    row.classList.toggle('chosen', index === chosen.layer && at === chosen.channel)));
  const layer = layers[chosen.layer];
  for (const map of maps) {
    if (map.index === chosen.layer && (map.channel === chosen.channel || map.width === 1 && !isImage(layer)))
      isImage(layer) ? mark(map, chosen.y, chosen.x, 1, 1) : mark(map, chosen.channel, 0, 1, 1);
    else if (map.index === chosen.layer - 1 && layer.window > 0) {
      const isOwn = layer.kind === 'Conv2d' || map.channel === chosen.channel;
      if (isOwn && map.index > 0) mark(map, chosen.y * layer.stride, chosen.x * layer.stride, layer.window, layer.window);
    } else if (map.index === chosen.layer - 1 && layer.kind === 'Flatten') {
      const [channel, y, x] = unflatten(chosen.channel);
      if (map.channel === channel) mark(map, y, x, 1, 1);
    }
    if (map.index === 0 && chosen.layer > 0) {
      const [top, left, size] = seen();
      mark(map, top, left, size, size);
    }
  }
}

// The square of the digit that the neuron sees.
function seen() {
  const layer = layers[chosen.layer];
  if (layer.kind === 'Flatten') {
    const [, y, x] = unflatten(chosen.channel), { size, jump } = layers[chosen.layer - 1].field;
    return [y * jump, x * jump, size];
  }
  const { size, jump } = layer.field;
  return [chosen.y * jump, chosen.x * jump, size];
}

function unflatten(place) {
  const [, height, width] = layers[layers.findIndex(layer => layer.kind === 'Flatten') - 1].shape;
  return [Math.floor(place / (height * width)), Math.floor(place / width) % height, place % width];
}

function picture(parent, values, width, height, largest, side) {
  const frame = element('div', parent, 'small');
  frame.style.width = `${side}px`;
  frame.style.height = `${side * height / width}px`;
  paint(element('canvas', frame), values, width, height, largest);
}

function term(parent, title, pictures, text) {
  const made = element('div', parent, 'term');
  element('div', made, '', title);
  const pair = element('div', made, 'pair');
  pictures.forEach(([values, size, largest], i) => {
    if (i > 0) element('span', pair, '', '·');
    picture(pair, values, size, size, largest, 54);
  });
  element('code', made, '', text);
}

const total = values => values.reduce((sum, value) => sum + value, 0);
const dot = (a, b) => a.reduce((sum, value, i) => sum + value * b[i], 0);

function explain(how, layer, before, place) {
  const value = layer.values[place], formula = text => element('p', how, 'formula', text);
  const terms = element('div', how, 'terms');
  if (layer.kind === 'Conv2d') {
    const channels = before.shape[0], size = layer.window, area = size * size;
    const largest = Math.max(...layer.weight.map(Math.abs)), sums = [];
    for (let channel = 0; channel < channels; channel++) {
      const taken = windowOf(before, channel, chosen.y, chosen.x, size);
      const kernel = layer.weight.slice((chosen.channel * channels + channel) * area, (chosen.channel * channels + channel + 1) * area);
      sums.push(dot(taken, kernel));
      term(terms, `map ${channel}`, [[taken, size, before.largest], [kernel, size, largest]], number(sums[channel]));
    }
    formula(`Σ window · kernel + bias = ${number(total(sums))} + ${number(layer.bias[chosen.channel])} = ${number(value)}`);
  } else if (layer.kind === 'ReLU') {
    formula(`max(0, ${number(before.values[place])}) = ${number(value)}`);
  } else if (layer.kind === 'MaxPool2d') {
    const size = layer.window, taken = windowOf(before, chosen.channel, chosen.y * layer.stride, chosen.x * layer.stride, size);
    term(terms, `map ${chosen.channel}`, [[taken, size, before.largest]], '');
    formula(`max(${taken.map(number).join(', ')}) = ${number(value)}`);
  } else if (layer.kind === 'Flatten') {
    formula(`${before.name}[${unflatten(chosen.channel).join(', ')}] = ${number(value)}`);
  } else if (layer.kind === 'Linear') {
    const image = layers[layers.indexOf(before) - 1], [channels, height, width] = image.shape, area = height * width;
    const products = before.values.map((input, i) => input * layer.weight[chosen.channel * before.values.length + i]);
    const largest = Math.max(...products.map(Math.abs)), sums = [];
    for (let channel = 0; channel < channels; channel++) {
      const part = products.slice(channel * area, (channel + 1) * area);
      sums.push(total(part));
      term(terms, `map ${channel}`, [[part, width, largest]], number(sums[channel]));
    }
    formula(`Σ input · weight + bias = ${number(total(sums))} + ${number(layer.bias[chosen.channel])} = ${number(value)}`);
    element('p', how, '', `What speaks for a ${chosen.channel} is in the colour above 0, what speaks against it in that below.`);
  } else if (layer.kind === 'softmax') {
    const sum = before.values.reduce((all, score) => all + Math.exp(score), 0), power = Math.exp(before.values[place]);
    const score = number(before.values[place]);
    formula(`exp(${score}) / Σ exp(scores) = ${power.toPrecision(4)} / ${sum.toPrecision(4)} = ${value.toFixed(4)}`);
  } else {
    formula(`A pixel of the digit, normalised to mean 0 and deviation 1 over all digits: ${number(value)}`);
  }
}

function show() {
  const layer = layers[chosen.layer], before = layers[chosen.layer - 1], section = document.getElementById('neuron');
  const place = isImage(layer) ? (chosen.channel * layer.shape[1] + chosen.y) * layer.shape[2] + chosen.x : chosen.channel;
  marks();
  section.replaceChildren();
  const left = element('div', section, 'seen'), how = element('div', section, 'how');
  const [top, start, size] = seen();
  element('h2', left, '', `It sees ${size}×${size}`);
  picture(left, windowOf(layers[0], 0, top, start, size, layers[0].shown), size, size, ink, 150);
  const name = isImage(layer) ? `${layer.name}[${chosen.channel}, ${chosen.y}, ${chosen.x}]` : `${layer.name}[${chosen.channel}]`;
  element('h2', how, '', `${name} = ${number(layer.values[place])}`);
  explain(how, layer, before, place);
}

function draw() {
  colors = { zero: rgb(theme('--zero')), above: rgb(theme('--above')), below: rgb(theme('--below')) };
  for (const map of maps) {
    const layer = layers[map.index];
    paint(map.canvas, isImage(layer) ? mapOf(layer, map.channel) : layer.shown, map.width, map.height, layer.largest);
  }
  rows.forEach((list, index) => list.forEach((row, at) => {
    const bar = row.querySelector('i'), layer = layers[index], isSigned = Math.min(...layer.values) < 0;
    const part = layer.values[at] / layer.largest * (isSigned ? 50 : 100), zero = isSigned ? 50 : 0;
    bar.style.left = `${Math.min(zero, zero + part)}%`;
    bar.style.width = `${Math.abs(part)}%`;
    bar.style.background = part < 0 ? theme('--below') : theme('--above');
  }));
  show();
}

const likely = layers.at(-1).values, best = likely.indexOf(Math.max(...likely));
document.getElementById('answer').textContent =
  `The digit is a ${data.label}. The network takes it for a ${best}, with a probability of ${(100 * likely[best]).toFixed(2)} %.`;
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
draw();

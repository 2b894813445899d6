import { placeFor } from './storage';

const broken = (): never => {
  throw new DOMException('denied', 'SecurityError');
};

function storage(room = Infinity): Storage {
  const all = new Map<string, string>();
  return {
    getItem: (key: string) => all.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      all.set(key, value);
    },
  } as Storage;
}

test('what is kept is found by another that looks there', () => {
  const shared = storage();
  placeFor('one', () => shared).write('a');
  expect(placeFor('one', () => shared).read()).toBe('a');
  expect(placeFor('two', () => shared).read()).toBeNull();
});

test.each([
  ['storage is denied', broken],
  ['there is none', () => undefined],
  ['it is full', () => storage(0)],
])('where %s, it lives as long as the page', (what, get) => {
  const place = placeFor(what, get);
  expect(place.read()).toBeNull();
  place.write('a');
  expect(place.read()).toBe('a');
  expect(placeFor(what, get).read()).toBe('a');
});

test('once there is room again, the newer value is kept there', () => {
  let room = 0;
  const all = storage();
  const place = placeFor('room', () => (room === 0 ? storage(0) : all));
  place.write('old');
  room = 1;
  place.write('new');
  expect(all.getItem('room')).toBe('new');
  expect(place.read()).toBe('new');
});

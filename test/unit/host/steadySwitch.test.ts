import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { SteadySwitch } from '../../../src/host/steadySwitch.ts';

describe('host: a place that holds one of two buttons', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  function following() {
    const seen: boolean[] = [];
    const place: SteadySwitch = new SteadySwitch(() => seen.push(place.isOn));
    return { place, seen };
  }

  it('changes a second after the state did', () => {
    const { place, seen } = following();
    place.follow(true);
    mock.timers.tick(999);
    assert.deepEqual([place.isOn, seen], [false, []]);
    mock.timers.tick(1);
    assert.deepEqual([place.isOn, seen], [true, [true]]);
  });

  it('does not change within a second of a click, however long the state has been another', () => {
    const { place } = following();
    place.follow(true);
    mock.timers.tick(900);
    place.touch();
    mock.timers.tick(900);
    place.touch();
    mock.timers.tick(999);
    assert.equal(place.isOn, false);
    mock.timers.tick(1);
    assert.equal(place.isOn, true);
  });

  it('stays as it is where the state is soon the old one again', () => {
    const { place, seen } = following();
    place.follow(true);
    mock.timers.tick(500);
    place.follow(false);
    mock.timers.tick(5000);
    assert.deepEqual(seen, []);
  });

  it('is not held back by hearing the same again and again', () => {
    const { place } = following();
    for (let told = 0; told < 4; told++) {
      place.follow(true);
      mock.timers.tick(250);
    }
    assert.equal(place.isOn, true);
  });

  it('goes back in the same way', () => {
    const { place, seen } = following();
    place.follow(true);
    mock.timers.tick(1000);
    place.follow(false);
    place.touch();
    mock.timers.tick(999);
    assert.equal(place.isOn, true);
    mock.timers.tick(1);
    assert.deepEqual(seen, [true, false]);
  });

  it('is off at once where it stands for something else now', () => {
    const { place } = following();
    place.follow(true);
    mock.timers.tick(1000);
    place.reset();
    assert.equal(place.isOn, false);
  });

  it('tells nothing once it is not wanted any more', () => {
    const { place, seen } = following();
    place.follow(true);
    place.dispose();
    mock.timers.tick(5000);
    assert.deepEqual(seen, []);
  });
});

# expect: test_failure js.jasmine
# needs: jasmine
mkdir spec; cat >spec/basket.spec.js <<'S'
describe('basket', () => {
  it('tells the till', () => {
    const till = jasmine.createSpy('till'); till({ price: 3, name: 'tea' });
    expect(till).toHaveBeenCalledWith({ price: 4, name: 'tea', colour: 'green', weights: [1, 2, 3] });
  });
  it('lists', () => expect([{ price: 1 }, { price: 2 }]).toEqual([{ price: 1 }, { price: 3 }]));
  it('tells twice', () => { const till = jasmine.createSpy('till'); expect(till).toHaveBeenCalledTimes(2); });
  it('refuses', () => expect(() => {}).toThrowError('empty'));
});
S
jasmine --random=false 'spec/*.js'

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_PERMISSIONS, type Overwrite, PERMISSION, permissionsIn } from '#playground/world/permissions.ts';

const SERVER = 'server';
const bits = fc.bigInt({ min: 0n, max: ALL_PERMISSIONS }).map((some) => some & ~PERMISSION.Administrator);
const exception = (id: string, kind: 0 | 1) =>
  fc.record({ id: fc.constant(id), kind: fc.constant(kind), allow: bits, deny: bits });
const member = { id: 'member', roles: ['role', 'other'] };

describe('permissionsIn', () => {
  it('lets an exception for the member go before those for roles, and these before that for everyone', () => {
    fc.assert(
      fc.property(
        bits,
        exception(SERVER, 0),
        exception('role', 0),
        exception('member', 1),
        (base, everyone, role, own) => {
          const result = permissionsIn(member, base, [own, role, everyone], SERVER);
          expect(result & own.allow).toBe(own.allow);
          expect(result & own.deny & ~own.allow).toBe(0n);
          const untouched = ~(own.allow | own.deny);
          expect(result & role.allow & untouched).toBe(role.allow & untouched & ALL_PERMISSIONS);
          expect(result & role.deny & ~role.allow & untouched).toBe(0n);
        },
      ),
    );
  });

  it('lets one role allow what another denies', () => {
    const overwrites: readonly Overwrite[] = [
      { id: 'role', kind: 0, allow: 0n, deny: PERMISSION.SendMessages },
      { id: 'other', kind: 0, allow: PERMISSION.SendMessages, deny: 0n },
    ];
    expect(permissionsIn(member, 0n, overwrites, SERVER)).toBe(PERMISSION.SendMessages);
  });

  it('ignores exceptions for those whom the member is not', () => {
    fc.assert(
      fc.property(bits, exception('stranger', 1), exception('foreign role', 0), (base, stranger, role) => {
        expect(permissionsIn(member, base, [stranger, role], SERVER)).toBe(base);
      }),
    );
  });

  it('denies an administrator nothing', () => {
    const overwrites: readonly Overwrite[] = [{ id: 'member', kind: 1, allow: 0n, deny: ALL_PERMISSIONS }];
    expect(permissionsIn(member, PERMISSION.Administrator, overwrites, SERVER)).toBe(ALL_PERMISSIONS);
  });
});

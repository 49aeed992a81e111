import { ROLES } from '../../src/domain/approval/roles.js';
import { MENU, menuOf, worksIn } from '../../web/src/frame/menu.js';

const holding = (...roles: readonly string[]) => roles.map((role) => ({ role, departmentId: null, limitEuro: null }));

describe('the desk’s menu', () => {
  it.each([
    [[], []],
    [['tenantAdmin'], ['administration']],
    [['treasurer'], []],
    [['intake'], ['clearing', 'all']],
    [['factualConfirmer'], ['mine', 'department', 'toConfirm', 'clearing', 'all']],
    [['orderer'], ['department', 'toOrder', 'all']],
    [['cashier'], ['all']],
    [['records'], ['all', 'administration']],
    [['auditor'], ['clearing', 'all', 'administration']],
    [
      ['coding', 'tenantAdmin'],
      ['mine', 'department', 'clearing', 'all', 'administration'],
    ],
  ] as const)('leads %j to %j', (roles, entries) => expect(menuOf(holding(...roles))).toEqual(entries));

  it('names roles that there are, and counts work only where somebody finds it', () => {
    for (const { sees, works } of Object.values(MENU)) {
      const seen: readonly string[] = sees;
      for (const role of [...sees, ...works]) expect(Object.keys(ROLES)).toContain(role);
      for (const role of works) expect(seen).toContain(role);
    }
    expect(worksIn(holding('auditor'), 'clearing')).toBe(false);
    expect(worksIn(holding('bookkeeper'), 'clearing')).toBe(true);
  });
});

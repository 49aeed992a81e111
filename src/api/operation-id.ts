/** The name of a route in the contract and in the table of permissions: controller and method. */
export const operationIdOf = (controller: string, method: string): string =>
  `${controller.replace(/Controller$/, '')}.${method}`;

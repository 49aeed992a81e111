declare module 'fxa-common-password-list' {
  const list: {
    /** In lower case. */
    test(password: string): boolean;
  };
  export default list;
}

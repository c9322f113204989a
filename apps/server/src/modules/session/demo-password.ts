/** The one password of all demo accounts; they exist only while demo data is loaded, on loopback. */
export const demoPassword = 'Duban-demo-2014';

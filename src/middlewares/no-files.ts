import { refuseFilesElsewhere } from '../uploads';

/** Takes files only where Strapi's upload plugin does. */
export default () => refuseFilesElsewhere;

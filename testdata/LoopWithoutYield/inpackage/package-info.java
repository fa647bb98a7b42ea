/** All of it runs on the simulation's one thread. */
@Cooperative
package cases.loopwithoutyield.inpackage;

import org.lockkeeper.annotations.Cooperative;

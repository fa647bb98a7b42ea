/** One order for the whole package. */
@LockOrder({"Engine.core", "Gearbox.gears"})
package cases.lockorderviolation.packageorder;

import org.lockkeeper.annotations.LockOrder;

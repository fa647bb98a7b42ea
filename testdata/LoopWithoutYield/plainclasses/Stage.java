package cases.loopwithoutyield.plainclasses;

import org.lockkeeper.annotations.Cooperative;

/** A step of a pipeline that many share one thread for. */
@FunctionalInterface
interface Stage {
  @Cooperative
  void run(Feed feed);
}

package cases.loopwithoutyield;

import org.example.courier.Courier;
import org.lockkeeper.annotations.Cooperative;

/** The loop is inside a library, of which there are class files only. */
public class ThroughClassFiles {

  @Cooperative
  int route(Courier courier, int seed) {
    return courier.route(seed); // want LoopWithoutYield "route"
  }

  @Cooperative
  int weight(Courier courier, String parcel) {
    return courier.weight(parcel);
  }
}

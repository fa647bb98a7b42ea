package cases.blockingincooperative;

import org.example.courier.Courier;
import org.lockkeeper.annotations.Cooperative;

/** The wait is inside a library, of which there are class files only. */
public class ThroughClassFiles {

  @Cooperative
  String label(Courier courier, String parcel) {
    return courier.label(parcel); // want BlockingInCooperative "label"
  }

  @Cooperative
  int weight(Courier courier, String parcel) {
    return courier.weight(parcel);
  }
}

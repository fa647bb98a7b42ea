package cases.loopwithoutyield;

import java.util.List;
import org.lockkeeper.annotations.Cooperative;

/** Under {@code --strict} a loop over a collection counts as well. */
@Cooperative
public class Linear_strict {

  int total(List<Integer> amounts) {
    int sum = 0;
    for (int amount : amounts) { // want LoopWithoutYield "loop"
      sum += amount;
    }
    return sum;
  }

  int hash(byte[] bytes) {
    int h = 0;
    for (int i = 0; i < bytes.length; i++) { // want LoopWithoutYield "loop"
      h = 31 * h + bytes[i];
    }
    return h;
  }

  /** What yields, or is small, is fine even so. */
  int politely(List<Integer> amounts) {
    int sum = 0;
    for (int amount : amounts) {
      sum += amount;
      Thread.yield();
    }
    for (int i = 0; i < 4; i++) {
      sum += i;
    }
    return sum;
  }
}

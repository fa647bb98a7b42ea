// source door only: class files have no line for a loop header without a condition
package cases.loopwithoutyield;

import java.util.Optional;
import java.util.function.Supplier;
import org.lockkeeper.annotations.Cooperative;

/** Whoever asks until there is something waits for somebody else. */
class PolledOptionals {
  interface Pages {
    Optional<String> next(String after);
  }

  @Cooperative
  String retry(Supplier<Optional<String>> attempt) {
    do { // want LoopWithoutYield "unbounded"
      Optional<String> result = attempt.get();
      if (result.isPresent()) {
        return result.get();
      }
    } while (true);
  }

  @Cooperative
  String poll(Supplier<Optional<String>> inbox) {
    while (true) { // want LoopWithoutYield "unbounded"
      Optional<String> mail = inbox.get();
      if (mail.isEmpty()) {
        continue;
      }
      return mail.get();
    }
  }

  @Cooperative
  String few(Supplier<Optional<String>> attempt) {
    for (int i = 0; i < 3; i++) {
      Optional<String> result = attempt.get();
      if (result.isPresent()) {
        return result.get();
      }
    }
    return "";
  }

  @Cooperative
  int pages(Pages pages) {
    int count = 0;
    Optional<String> page = pages.next("");
    while (page.isPresent()) {
      count++;
      page = pages.next(page.get());
    }
    return count;
  }
}

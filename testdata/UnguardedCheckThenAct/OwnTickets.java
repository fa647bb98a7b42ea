package cases.unguardedcheckthenact;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/** Entries that are kept by a number of their own: nobody ever puts another one there. */
public class OwnTickets {

  static final class Registration {
    private final String id = UUID.randomUUID().toString();
    private final Callable<Boolean> refresh;

    Registration(Callable<Boolean> refresh) {
      this.refresh = refresh;
    }
  }

  private final Map<String, Registration> registrations = new ConcurrentHashMap<>();

  String register(Callable<Boolean> refresh) {
    Registration registration = new Registration(refresh);
    registrations.put(registration.id, registration);
    return registration.id;
  }

  void falseAlarm_dropsItself() throws Exception {
    for (Registration each : registrations.values()) {
      if (!each.refresh.call()) {
        registrations.remove(each.id); // want UnguardedCheckThenAct "registrations"
      }
    }
  }
}

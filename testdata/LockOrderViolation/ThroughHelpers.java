package cases.lockorderviolation;

import java.util.HashMap;
import java.util.Map;
import org.lockkeeper.annotations.Holding;
import org.lockkeeper.annotations.LockOrder;

/** The lower lock is taken further down: the call that leads there is reported. */
@LockOrder({"tenants", "quotas"})
public class ThroughHelpers {
  private final Object tenants = new Object();
  private final Object quotas = new Object();
  private final Map<String, Integer> limits = new HashMap<>();
  private final Map<String, Integer> used = new HashMap<>();

  public void charge(String tenant, int amount) {
    synchronized (quotas) {
      used.merge(tenant, amount, Integer::sum);
      audit(tenant); // want LockOrderViolation "tenants"
    }
  }

  private void audit(String tenant) {
    limitOf(tenant);
  }

  private int limitOf(String tenant) {
    synchronized (tenants) {
      return limits.getOrDefault(tenant, 0);
    }
  }

  @Holding("quotas")
  void reset(String tenant) {
    synchronized (tenants) { // want LockOrderViolation "tenants"
      limits.remove(tenant);
    }
  }

  /** The right way round, through the same helper's lock. */
  void raise(String tenant, int by) {
    synchronized (tenants) {
      limits.merge(tenant, by, Integer::sum);
      forgive(tenant);
    }
  }

  private void forgive(String tenant) {
    synchronized (quotas) {
      used.remove(tenant);
    }
  }
}

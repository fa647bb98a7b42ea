package cases.lockorderviolation;

import org.lockkeeper.annotations.LockOrder;

/** Three declarations, each reasonable by itself, that together run in a circle. */
public class ThreeDeclarations {

  @LockOrder({"Menu.items", "Kitchen.stove"}) static class Menu {
    final Object items = new Object();
  }

  @LockOrder({"Kitchen.stove", "Till.drawer"}) static class Kitchen {
    final Object stove = new Object();
  }

  @LockOrder({"Till.drawer", "Menu.items"}) static class Till { // want LockOrderViolation "Till"
    final Object drawer = new Object();
  }
}

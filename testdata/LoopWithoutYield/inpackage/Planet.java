package cases.loopwithoutyield.inpackage;

/** Goes round. */
class Planet {
  private volatile boolean sun = true;

  double orbit() {
    double angle = 0;
    while (sun) { // want LoopWithoutYield "loop"
      angle += 0.01;
    }
    return angle;
  }

  double orbitPolitely() {
    double angle = 0;
    while (sun) {
      angle += 0.01;
      Thread.yield();
    }
    return angle;
  }
}

/** A module that names what it needs. */
module shop {
  requires static org.lockkeeper.annotations;

  exports shop;
}

package android.os;

/** Fake of Android's bundle. */
public final class Bundle {}

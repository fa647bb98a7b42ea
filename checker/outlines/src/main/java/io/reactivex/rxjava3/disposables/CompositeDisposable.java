package io.reactivex.rxjava3.disposables;

/** Outline of RxJava 3's {@code CompositeDisposable}. */
public final class CompositeDisposable implements Disposable {
  public CompositeDisposable() {}

  public native void dispose();

  public native boolean isDisposed();

  public native boolean add(Disposable disposable);

  public native void clear();
}

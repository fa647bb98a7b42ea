package android.os;

/** Fake of Android's background task. */
public abstract class AsyncTask<A, P, R> {
  protected abstract R doInBackground(A... args);

  protected void onPreExecute() {}

  protected void onPostExecute(R result) {}
}

using System.Runtime.ExceptionServices;

namespace NetGen.Runtime;

/// <summary>
/// Threads that wait for work and share each job in contiguous ranges: the calling thread takes the first range, each worker one of the
/// others.
/// </summary>
/// <remarks>
/// The threads spin briefly between jobs, then sleep. Starting and joining a job allocates nothing. While one job runs, a further one (from
/// another thread, or from inside the job) runs on its caller alone.
/// </remarks>
public sealed class Workers : IDisposable
{
    // About 40 µs, longer than the serial parts between two jobs of a training step. Each time the processor is offered to others, such as
    // a worker that waits for the very processor on which this thread spins.
    private const int SpinsBeforeSleep = 1000;
    private const int SpinsBetweenYields = 50;

    private readonly Thread[] threads;
    private readonly Lock callers = new();
    private readonly object startGate = new();
    private readonly object doneGate = new();
    private readonly int spins;

    /// <summary>Ranges that the calling thread runs alone, the last one first; 0 where threads share a job.</summary>
    private readonly int reversedRanges;

    // The current job: written before the generation changes, read by the workers afterwards.
    private Kernel? kernel;
    private Workspace? workspace;
    private RangeAction? action;
    private int count;

    private int generation;
    private int sleepers;
    private int pending;
    private int callerSleeps;
    private Exception? failure;
    private volatile bool stopping;

    /// <summary>Starts the threads.</summary>
    /// <param name="threads">The number of threads that share a job, the calling one included.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    public Workers(int threads)
    {
        if (threads < 1)
            throw new ArgumentOutOfRangeException(nameof(threads), threads, $"Expected at least 1 thread; got {threads}.");

        // If there are more threads than processors, spinning would only block the others.
        spins = threads <= Environment.ProcessorCount ? SpinsBeforeSleep : 0;
        this.threads = threads == 1 ? [] : new Thread[threads - 1];
        for (int i = 0; i < this.threads.Length; i++)
            this.threads[i] = Started(i + 1);
    }

    private Workers(int threads, int reversedRanges)
        : this(threads) => this.reversedRanges = reversedRanges;

    /// <summary>The calling thread alone. Shared, and never stopped.</summary>
    public static Workers Single { get; } = new(1);

    /// <summary>
    /// The calling thread alone, which runs each job in so many ranges, the last one first. A job whose ranges wait for each other, which
    /// among threads fails by chance, fails each time.
    /// </summary>
    internal static Workers InReverse(int ranges) => new(1, ranges);

    /// <summary>The number of threads that share a job, the calling one included.</summary>
    public int Threads => reversedRanges > 0 ? reversedRanges : threads.Length + 1;

    /// <summary>Stops the threads and waits until they have ended. <see cref="Single"/> has none and goes on working.</summary>
    public void Dispose()
    {
        if (threads.Length == 0)
            return;
        lock (callers)
        {
            if (stopping)
                return;
            stopping = true;
            Start();
        }

        foreach (Thread thread in threads)
            thread.Join();
    }

    internal void Run(Kernel kernel, Workspace workspace, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0)
            return;
        if (!TryEnter(count))
        {
            kernel(workspace, 0, count);
            return;
        }

        try
        {
            (this.kernel, this.workspace) = (kernel, workspace);
            Share(count);
        }
        finally
        {
            (this.kernel, this.workspace) = (null, null);
            callers.Exit();
        }
    }

    internal void Run(RangeAction action, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0)
            return;
        if (!TryEnter(count))
        {
            action(0, count);
            return;
        }

        try
        {
            this.action = action;
            Share(count);
        }
        finally
        {
            this.action = null;
            callers.Exit();
        }
    }

    private Thread Started(int part)
    {
        var thread = new Thread(() => Work(part)) { IsBackground = true, Name = $"NetGen worker {part}" };
        thread.Start();
        return thread;
    }

    // One item is not worth starting threads. Locks are reentrant, so a job inside a job is detected by pending.
    private bool TryEnter(int count)
    {
        if (Threads == 1)
            return false;
        ObjectDisposedException.ThrowIf(stopping, this);
        if (count == 1 || callers.IsHeldByCurrentThread || !callers.TryEnter())
            return false;
        if (stopping)
        {
            callers.Exit();
            throw new ObjectDisposedException(nameof(Workers));
        }

        return true;
    }

    private void Share(int count)
    {
        this.count = count;
        for (int range = reversedRanges - 1; range >= 0; range--)
            RunPart(range);
        if (reversedRanges > 0)
            return;
        failure = null;
        Volatile.Write(ref pending, threads.Length);
        Start();
        try
        {
            RunPart(0);
        }
        catch (Exception e)
        {
            Interlocked.CompareExchange(ref failure, e, null);
        }

        Join();
        if (failure is Exception first)
        {
            failure = null;
            ExceptionDispatchInfo.Throw(first);
        }
    }

    private void RunPart(int part)
    {
        int begin = (int)((long)count * part / Threads);
        int end = (int)((long)count * (part + 1) / Threads);
        if (begin == end)
            return;
        if (kernel is not null)
            kernel(workspace!, begin, end);
        else
            action!(begin, end);
    }

    // A worker counts itself a sleeper before it looks at the generation for the last time, and the caller changes the generation before it
    // looks for sleepers; both are full fences, so at least one of the two sees the other.
    private void Start()
    {
        Interlocked.Increment(ref generation);
        if (Volatile.Read(ref sleepers) == 0)
            return;
        lock (startGate)
            Monitor.PulseAll(startGate);
    }

    private void Join()
    {
        for (int spin = 0; spin < spins; spin++)
        {
            if (Volatile.Read(ref pending) == 0)
                return;
            Spin(spin);
        }

        Interlocked.Exchange(ref callerSleeps, 1);
        lock (doneGate)
        {
            while (Volatile.Read(ref pending) != 0)
                Monitor.Wait(doneGate);
        }

        Volatile.Write(ref callerSleeps, 0);
    }

    private void Work(int part)
    {
        int seen = 0;
        while (true)
        {
            seen = AwaitGenerationAfter(seen);
            if (stopping)
                return;
            try
            {
                RunPart(part);
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref failure, e, null);
            }

            if (Interlocked.Decrement(ref pending) == 0 && Volatile.Read(ref callerSleeps) != 0)
            {
                lock (doneGate)
                    Monitor.PulseAll(doneGate);
            }
        }
    }

    private static void Spin(int spin)
    {
        if (spin % SpinsBetweenYields == SpinsBetweenYields - 1)
            Thread.Yield();
        else
            Thread.SpinWait(1);
    }

    private int AwaitGenerationAfter(int seen)
    {
        for (int spin = 0; spin < spins; spin++)
        {
            int now = Volatile.Read(ref generation);
            if (now != seen)
                return now;
            Spin(spin);
        }

        lock (startGate)
        {
            Interlocked.Increment(ref sleepers);
            while (Volatile.Read(ref generation) == seen)
                Monitor.Wait(startGate);
            Interlocked.Decrement(ref sleepers);
            return Volatile.Read(ref generation);
        }
    }
}

using System.Runtime.ExceptionServices;

namespace NetGen;

/// <summary>
/// Reads the batches of a fit in order. With prefetching, a thread of its own reads the next batch into a second buffer while the
/// caller works with the first.
/// </summary>
/// <remarks>
/// What is read is the same either way, and so is the batch at which an exception comes out: one that the thread meets is thrown by the
/// <see cref="Next"/> that would have read the batch.
/// </remarks>
internal sealed class BatchReader : IDisposable
{
    private readonly DataBatch[] batches;
    private readonly int batchSize;
    private readonly object gate = new();
    private readonly Thread? thread;
    private int[] order = [];
    private int begin;
    private int end;
    private int total;
    private int read;
    private int taken;
    private int released;
    private ExceptionDispatchInfo? failure;
    private bool isStopped;

    /// <summary>Makes the buffers, and starts the thread where there is one.</summary>
    /// <param name="network">What takes the batches.</param>
    /// <param name="data">The set of the first epoch.</param>
    /// <param name="batchSize">The samples of a batch; the last one of an epoch may have fewer.</param>
    /// <param name="prefetches">Whether a thread reads ahead.</param>
    /// <exception cref="ArgumentException">The data set does not fit the network.</exception>
    public BatchReader(Network network, IDataSet data, int batchSize, bool prefetches)
    {
        this.batchSize = batchSize;
        int capacity = Math.Min(batchSize, Math.Max(1, data.Count));
        batches = prefetches
            ? [new DataBatch(network, data, capacity), new DataBatch(network, data, capacity)] : [new DataBatch(network, data, capacity)];
        if (!prefetches)
            return;
        thread = new Thread(ReadAhead) { IsBackground = true, Name = "NetGen prefetching" };
        thread.Start();
    }

    /// <summary>Begins an epoch; all batches of the one before have been taken.</summary>
    /// <param name="data">The data set as it is in this epoch.</param>
    /// <param name="order">The indices of the samples; not changed until the epoch ends.</param>
    /// <param name="begin">The place in the order at which reading begins: 0, or behind what an interrupted epoch has done.</param>
    /// <param name="end">The place at which the epoch ends.</param>
    public void BeginEpoch(IDataSet data, int[] order, int begin, int end)
    {
        lock (gate)
        {
            foreach (DataBatch batch in batches)
                batch.BeginEpoch(data);
            (this.order, this.begin, this.end) = (order, begin, end);
            total = (int)(((long)end - begin + batchSize - 1) / batchSize);
            (read, taken, released) = (0, 0, 0);
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>The next batch, read and checked, or null after the last of the epoch. It is valid until the next call.</summary>
    public DataBatch? Next()
    {
        if (thread is null)
        {
            if (taken == total)
                return null;
            Read(batches[0], taken++);
            return batches[0];
        }

        lock (gate)
        {
            released = taken;
            Monitor.PulseAll(gate);
            if (taken == total)
                return null;
            while (read == taken && failure is null)
                Monitor.Wait(gate);
            if (read > taken)
                return batches[taken++ % batches.Length];
        }

        failure!.Throw();
        return null;
    }

    /// <summary>Stops the thread and waits until it has ended.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isStopped = true;
            Monitor.PulseAll(gate);
        }

        thread?.Join();
    }

    private void ReadAhead()
    {
        while (AwaitFreeBatch() is int next)
        {
            ExceptionDispatchInfo? thrown = null;
            try
            {
                Read(batches[next % batches.Length], next);
            }
            catch (Exception error)
            {
                // Whatever the data set throws belongs to the caller of Next.
                thrown = ExceptionDispatchInfo.Capture(error);
            }

            lock (gate)
            {
                failure = thrown;
                if (thrown is null)
                    read++;
                Monitor.PulseAll(gate);
            }
        }
    }

    /// <summary>Waits until there is a batch to read and room for it; null when the thread is to end.</summary>
    private int? AwaitFreeBatch()
    {
        lock (gate)
        {
            while (!isStopped && (failure is not null || read == total || read - released == batches.Length))
                Monitor.Wait(gate);
            return isStopped ? null : read;
        }
    }

    private void Read(DataBatch batch, int number)
    {
        int first = begin + (number * batchSize);
        ReadOnlySpan<int> indices = order.AsSpan(first, Math.Min(batchSize, end - first));
        batch.Read(indices);
        batch.Require(indices);
    }
}

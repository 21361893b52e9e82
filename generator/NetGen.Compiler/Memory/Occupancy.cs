namespace NetGen.Compiler.Memory;

/// <summary>
/// Which floats of an arena are taken at which time: a segment tree over time, so that placing a tensor takes logarithmic time, whatever
/// the number of tensors placed before.
/// </summary>
/// <param name="times">Times are 0 to one less than this.</param>
internal sealed class Occupancy(int times)
{
    private readonly Segment root = new(0, Math.Max(1, times));

    /// <summary>Intervals visited so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Takes the lowest offset at which so many floats are free from one time to another, both included.</summary>
    public long Take(int first, int last, long size)
    {
        var taken = new List<Intervals>();
        Collect(root, first, last, taken);
        long offset = 0;
        for (int quiet = 0; quiet < taken.Count;)
            foreach (Intervals intervals in taken)
            {
                long free = intervals.FreeFrom(offset, size);
                Steps++;
                quiet = free == offset ? quiet + 1 : 1;
                offset = free;
            }

        Mark(root, first, last, offset, offset + size);
        return offset;
    }

    private void Collect(Segment segment, int first, int last, List<Intervals> taken)
    {
        Steps++;
        if (last < segment.First || first >= segment.End)
            return;
        if (first <= segment.First && segment.End - 1 <= last)
        {
            taken.Add(segment.Anywhere);
            return;
        }

        taken.Add(segment.Throughout);
        Collect(segment.Earlier, first, last, taken);
        Collect(segment.Later, first, last, taken);
    }

    private void Mark(Segment segment, int first, int last, long start, long end)
    {
        Steps++;
        if (last < segment.First || first >= segment.End)
            return;
        segment.Anywhere.Add(start, end);
        if (first <= segment.First && segment.End - 1 <= last)
        {
            segment.Throughout.Add(start, end);
            return;
        }

        Mark(segment.Earlier, first, last, start, end);
        Mark(segment.Later, first, last, start, end);
    }

    /// <summary>Some times in a row: what is taken at all of them, and what is taken at any of them.</summary>
    private sealed class Segment(int first, int end)
    {
        private Segment? earlier;
        private Segment? later;

        public int First { get; } = first;

        public int End { get; } = end;

        public Intervals Throughout { get; } = new();

        public Intervals Anywhere { get; } = new();

        public Segment Earlier => earlier ??= new(First, (First + End) / 2);

        public Segment Later => later ??= new((First + End) / 2, End);
    }

    /// <summary>Intervals in ascending order that neither overlap nor touch.</summary>
    private sealed class Intervals
    {
        private readonly List<(long Start, long End)> sorted = [];

        /// <summary>The lowest offset from the given one on at which so many floats are free.</summary>
        public long FreeFrom(long offset, long size)
        {
            for (int index = FirstEndingBehind(offset); index < sorted.Count && sorted[index].Start < offset + size; index++)
                offset = sorted[index].End;
            return offset;
        }

        public void Add(long start, long end)
        {
            int from = FirstEndingBehind(start - 1);
            int to = from;
            for (; to < sorted.Count && sorted[to].Start <= end; to++)
                (start, end) = (Math.Min(start, sorted[to].Start), Math.Max(end, sorted[to].End));
            sorted.RemoveRange(from, to - from);
            sorted.Insert(from, (start, end));
        }

        private int FirstEndingBehind(long offset)
        {
            (int low, int high) = (0, sorted.Count);
            while (low < high)
            {
                int middle = (low + high) / 2;
                (low, high) = sorted[middle].End > offset ? (low, middle) : (middle + 1, high);
            }

            return low;
        }
    }
}

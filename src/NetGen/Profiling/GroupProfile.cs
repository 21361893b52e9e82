using NetGen.Runtime;

namespace NetGen;

/// <summary>The time that one fused group of layers has taken, as a part of a <see cref="Profile"/>.</summary>
public sealed class GroupProfile
{
    private readonly long multiplyAddsPerSample;

    internal GroupProfile(string name, string layers, Pass pass, long multiplyAdds) =>
        (this.Name, this.Layers, this.Pass, multiplyAddsPerSample) = (name, layers, pass, multiplyAdds);

    /// <summary>The name of the emitted method; for the update, the optimizer's.</summary>
    public string Name { get; }

    /// <summary>The layers that the method computes, with commas between them; empty for what belongs to no layer.</summary>
    public string Layers { get; }

    /// <summary>The part of the step or prediction that it belongs to.</summary>
    public Pass Pass { get; }

    /// <summary>How often it has run.</summary>
    public long Runs { get; private set; }

    /// <summary>Its time from start to end, by the clock: threads that share it count once.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>
    /// The multiply-adds of its product or convolution in all runs together, counted from the shapes: zeros that pad an operand count, and
    /// so does what the method finds to be unneeded. 0 for groups without.
    /// </summary>
    public long MultiplyAdds { get; private set; }

    /// <summary><see cref="MultiplyAdds"/> by <see cref="Elapsed"/>; 0 before the first run.</summary>
    public double MultiplyAddsPerSecond => Elapsed > TimeSpan.Zero ? MultiplyAdds / Elapsed.TotalSeconds : 0;

    internal void Add(TimeSpan elapsed, int samples)
    {
        Runs++;
        Elapsed += elapsed;
        MultiplyAdds += multiplyAddsPerSample * samples;
    }

    /// <summary>Adds time to the last run.</summary>
    internal void AddTime(TimeSpan elapsed) => Elapsed += elapsed;

    internal void Clear() => (Runs, Elapsed, MultiplyAdds) = (0, TimeSpan.Zero, 0);
}

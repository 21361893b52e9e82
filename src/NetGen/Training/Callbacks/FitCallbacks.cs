namespace NetGen;

/// <summary>The callbacks of one fit, called in their order.</summary>
internal sealed class FitCallbacks
{
    private readonly FitContext fit;
    private readonly FitCallback[] callbacks;

    /// <exception cref="ArgumentException">A callback is null, or stands twice.</exception>
    public FitCallbacks(FitContext fit)
    {
        this.fit = fit;
        ArgumentNullException.ThrowIfNull(fit.Options.Callbacks, "options");
        callbacks = [.. fit.Options.Callbacks];
        for (int i = 0; i < callbacks.Length; i++)
        {
            if (callbacks[i] is null)
                throw new ArgumentException($"{nameof(FitOptions.Callbacks)}[{i}] is null; expected a {nameof(FitCallback)}.", "options");
            if (Array.IndexOf(callbacks, callbacks[i]) < i)
            {
                throw new ArgumentException(
                    $"{nameof(FitOptions.Callbacks)}[{i}] stands twice, and would hear of all twice; expected each once.", "options");
            }
        }
    }

    /// <summary>Whether a callback reads gradients.</summary>
    public bool NeedGradients => Array.Exists(callbacks, callback => callback.NeedsGradients);

    /// <summary>Whether a callback asked for the end.</summary>
    public bool IsStopping => fit.IsStopping;

    public void BeginFit()
    {
        foreach (FitCallback callback in callbacks)
            callback.OnFitBegin(fit);
    }

    public void BeginEpoch(int epoch)
    {
        foreach (FitCallback callback in callbacks)
            callback.OnEpochBegin(fit, epoch);
    }

    public void EndStep(in FitProgress progress)
    {
        foreach (FitCallback callback in callbacks)
            callback.OnStepEnd(fit, in progress);
    }

    public void EndEpoch(EpochResult epoch)
    {
        foreach (FitCallback callback in callbacks)
            callback.OnEpochEnd(fit, epoch);
    }

    public void EndFit(FitHistory history)
    {
        foreach (FitCallback callback in callbacks)
            callback.OnFitEnd(fit, history);
    }

    /// <summary>Tells all, so that each can close its files. An exception of one does not hide <paramref name="error"/>.</summary>
    public void Fail(Exception error)
    {
        foreach (FitCallback callback in callbacks)
        {
            try
            {
                callback.OnFitFailed(fit, error);
            }
            catch (Exception ofCallback)
            {
                error.Data[callback.GetType().Name] = ofCallback.Message;
            }
        }
    }
}

namespace NetGen;

/// <summary>
/// What hears of a fit: a class with state, such as a log file, where the actions of <see cref="FitOptions"/> would be several (Keras'
/// <c>Callback</c>). Override what is needed; all is called on the thread that trains.
/// </summary>
/// <remarks>
/// A callback may read the network and change the optimizer's learning rate. Results stay the same for the same seed as long as it decides
/// by what it is given, and not by time. An exception of a callback ends the fit.
/// </remarks>
/// <example><c>options: new FitOptions { Callbacks = [new MyLog("run.txt")] }</c></example>
public abstract class FitCallback
{
    /// <summary>
    /// Whether <see cref="OnStepEnd"/> reads the gradients of parameters. No update is fused into the backward pass then, which need not
    /// keep the gradients of large matrices. Asked once, before the first step.
    /// </summary>
    public virtual bool NeedsGradients => false;

    /// <summary>Called when all has been checked and a checkpoint was read, before the first step.</summary>
    /// <param name="fit">The fit; the same object until its end.</param>
    public virtual void OnFitBegin(FitContext fit)
    {
    }

    /// <summary>Called before the first step of an epoch, also where it goes on within one after a crash.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="epoch">The number of the epoch, from 1.</param>
    public virtual void OnEpochBegin(FitContext fit, int epoch)
    {
    }

    /// <summary>
    /// Called after each step, when the parameters have changed. With <see cref="NeedsGradients"/> all
    /// <see cref="Parameter.Gradients"/> are those of the step.
    /// </summary>
    /// <param name="fit">The fit.</param>
    /// <param name="progress">The progress of the epoch.</param>
    public virtual void OnStepEnd(FitContext fit, in FitProgress progress)
    {
    }

    /// <summary>
    /// Called after each epoch and its validation, and before its checkpoint. After a crash it hears of an epoch again where that was not
    /// yet in a checkpoint. The network has averaged weights where there are any.
    /// </summary>
    /// <param name="fit">The fit; <see cref="FitContext.Stop"/> ends it with this epoch.</param>
    /// <param name="epoch">The figures of the epoch.</param>
    public virtual void OnEpochEnd(FitContext fit, EpochResult epoch)
    {
    }

    /// <summary>
    /// Called at the end, when the network has its final parameters: the best ones with <see cref="FitOptions.KeepBest"/>.
    /// </summary>
    /// <param name="fit">The fit.</param>
    /// <param name="history">All epochs.</param>
    public virtual void OnFitEnd(FitContext fit, FitHistory history)
    {
    }

    /// <summary>
    /// Called instead of <see cref="OnFitEnd"/> where an exception or a cancellation ends the fit, which is thrown afterwards.
    /// </summary>
    /// <param name="fit">The fit.</param>
    /// <param name="error">Why it ends.</param>
    public virtual void OnFitFailed(FitContext fit, Exception error)
    {
    }
}
